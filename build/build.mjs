// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.mjs";
import { isMain, root } from "./root.mjs";
import { contentHash, isFresh, writeStamp } from "./stamp.mjs";
import { twoAtATime } from "./two-at-a-time.mjs";

/**
 * One thing that is built: by which commands, from what, into what.
 * @typedef {{ name: string, commands: string[][], inputs: string[], outputs: string[] }} Target
 */

const vite = "node_modules/vite/bin/vite.js";
const tsc = "node_modules/typescript/bin/tsc";
const core = ["core/src", "core/kernels"];
const typesPlace = ["--rootDir", "core/src", "--outDir", "core/dist/types"];

/** @type {readonly Target[]} */
const targets = [
  {
    name: "core",
    commands: [
      [vite, "build", "--config", "core/vite.config.mjs"],
      [tsc, ..."-p core/tsconfig.json --noEmit false --declaration --emitDeclarationOnly".split(" "), ...typesPlace],
    ],
    inputs: [...core, "core/package.json", "core/tsconfig.json", "core/vite.config.mjs"],
    outputs: ["core/dist/index.js", "core/dist/types"],
  },
  viteTarget("main", "electron/vite.main.config.mjs", [...core, "electron"], "out/main"),
  viteTarget("preload", "electron/vite.preload.config.mjs", [...core, "electron"], "out/preload"),
  viteTarget("page", "renderer/vite.config.mjs", [...core, "renderer"], "out/page"),
];
/** What every target depends on: the tools' versions and the shared configuration. */
const shared = ["package.json", "package-lock.json", "build/build.mjs", "build/kernels.mjs", "build/tsconfig.base.json"];

/** @param {string} name @param {string} config @param {string[]} inputs @param {string} output @returns {Target} */
function viteTarget(name, config, inputs, output) {
  return { name, commands: [[vite, "build", "--config", config]], inputs: [config, ...inputs], outputs: [output] };
}

/**
 * Builds what has changed, two at a time. A target whose inputs and outputs are as the last build left them is skipped.
 *
 * @param {{ log: (line: string) => void }} options
 * @throws {Error} a build failed: its output
 */
export async function build({ log }) {
  await twoAtATime(targets, (target) => buildTarget(target, log));
}

/** @param {Target} target @param {(line: string) => void} log */
async function buildTarget({ name, commands, inputs, outputs }, log) {
  const stamp = join(root, ".cache", "build", `${name}.json`);
  const hash = contentHash([...shared, ...inputs].map(absolute));
  if (isFresh(stamp, hash, outputs.map(absolute))) return;
  let seconds = 0;
  for (const command of commands) {
    const ended = await run(process.execPath, command);
    if (ended.code !== 0) throw new Error(`Building ${name} failed.\n${ended.output}`);
    seconds += ended.seconds;
  }
  const absent = outputs.find((output) => !existsSync(absolute(output)));
  if (absent !== undefined) throw new Error(`Building ${name} did not make ${absent}.`);
  writeStamp(stamp, hash, outputs.map(absolute));
  log(`Build: ${outputs[0]} (${seconds.toFixed(1)} s)`);
}

/** @param {string} path */
function absolute(path) {
  return join(root, path);
}

if (isMain(import.meta.url)) {
  try {
    await build({ log: console.log });
    console.log("Build: everything is up to date.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
