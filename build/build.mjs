// @ts-check
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.mjs";
import { compileKernels, kernelModules } from "./kernels.mjs";
import { isMain, root } from "./root.mjs";
import { contentHash, isFresh, writeStamp } from "./stamp.mjs";
import { twoAtATime } from "./two-at-a-time.mjs";

/**
 * One thing that is built: by which command, from what, into what.
 * @typedef {{ name: string, command: string[], inputs: string[], outputs: string[] }} Target
 */

const vite = "node_modules/vite/bin/vite.js";
const tsc = "node_modules/typescript/bin/tsc";
const core = ["core/src", "core/kernels"];
const typesPlace = ["--rootDir", "core/src", "--outDir", "core/dist/types"];

/** @type {readonly Target[]} */
const targets = [
  viteTarget("core", "core/vite.config.mjs", [...core, "core/package.json"], "core/dist/index.js"),
  viteTarget("core's thread", "core/vite.thread.config.mjs", [...core, "core/package.json"], "core/dist/thread.js"),
  {
    name: "core's types",
    command: [tsc, ..."-p core/tsconfig.json --noEmit false --declaration --emitDeclarationOnly".split(" "), ...typesPlace],
    inputs: ["core/src", "core/tsconfig.json"],
    outputs: ["core/dist/types"],
  },
  viteTarget("main", "electron/vite.main.config.mjs", [...core, "electron"], "out/main"),
  viteTarget("cli", "electron/vite.cli.config.mjs", [...core, "electron"], "out/cli.js", "out/cli/engine.js", "out/cli/parts"),
  viteTarget("cli's thread", "electron/vite.cli-thread.config.mjs", [...core, "electron"], "out/cli/thread.cjs"),
  viteTarget("preload", "electron/vite.preload.config.mjs", [...core, "electron"], "out/preload"),
  viteTarget("page", "renderer/vite.config.mjs", [...core, "renderer"], "out/page"),
];
/** What the window needs; the rest is for who uses core on its own. */
export const appTargets = ["main", "preload", "page"];
/** What every target depends on: the tools' versions and the shared configuration. */
const shared = ["package.json", "package-lock.json", "build/build.mjs", "build/kernels.mjs", "build/tsconfig.base.json"];

/** @param {string} name @param {string} config @param {string[]} inputs @param {string[]} outputs @returns {Target} */
function viteTarget(name, config, inputs, ...outputs) {
  return { name, command: [vite, "build", "--config", config], inputs: [config, ...inputs], outputs };
}

/**
 * Builds what has changed, two at a time. A target whose inputs and output are as the last build left them is skipped.
 *
 * @param {{ log: (line: string) => void, only?: readonly string[] }} options `only`: names of targets; all without it
 * @throws {Error} a build failed: its output
 */
export async function build({ log, only = targets.map(({ name }) => name) }) {
  // Once, ahead of the two targets that would else compile them side by side.
  for (const name of kernelModules) await compileKernels(name);
  const wanted = targets.filter(({ name }) => only.includes(name));
  await twoAtATime(wanted, (target) => buildTarget(target, log));
}

/** @param {Target} target @param {(line: string) => void} log */
async function buildTarget({ name, command, inputs, outputs }, log) {
  const stamp = join(root, ".cache", "build", `${name}.json`);
  const hash = contentHash([...shared, ...inputs].map(absolute));
  const places = outputs.map(absolute);
  if (isFresh(stamp, hash, places)) return;
  for (const place of places) rmSync(place, { recursive: true, force: true });
  const ended = await run(process.execPath, command);
  if (ended.code !== 0) throw new Error(`Building ${name} failed.\n${ended.output}`);
  const missing = outputs.find((output) => !existsSync(absolute(output)));
  if (missing !== undefined) throw new Error(`Building ${name} did not make ${missing}.`);
  writeStamp(stamp, hash, places);
  log(`Build: ${outputs[0]} (${ended.seconds.toFixed(1)} s)`);
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
