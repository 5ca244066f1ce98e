// @ts-check
import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { lastLine, run } from "./command.mjs";
import { root } from "./root.mjs";
import { setUp, withDisplay } from "./set-up.mjs";

// npm run verify [-- NAME]: the checks that take too long for npm test. What each prints is kept: core/bench/verify-NAME.txt, and
// e2e/verify-NAME.txt for what happens in the window.

/** @typedef {{ name: string, output: string, args: string[], env?: Record<string, string>, inWindow?: boolean }} Check */

const mutations = "10000";
const damaged = ["csv", "npy", "npz", "open"].map((format) => `core/test/formats/${format}/mutations.test.ts`);
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "build/vitest.config.mjs", "--reporter=verbose"];
const playwright = ["node_modules/@playwright/test/cli.js", "test", "-c", "e2e/playwright.config.ts", "--project=verify"];

/** @type {Check[]} */
const checks = [
  ...readdirSync(join(root, "core/verify"))
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => basename(file, ".mjs"))
    .map((name) => ({ name, output: `core/bench/verify-${name}.txt`, args: ["--expose-gc", `core/verify/${name}.mjs`] })),
  {
    name: "mutations",
    output: "core/bench/verify-mutations.txt",
    args: [...vitest, ...damaged],
    env: { ARGSCOPE_MUTATIONS: mutations },
  },
  ...readdirSync(join(root, "e2e/verify"))
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => basename(file, ".spec.ts"))
    .map((name) => ({
      name,
      output: `e2e/verify-${name}.txt`,
      args: [...playwright, "--reporter=list", `e2e/verify/${name}.spec.ts`],
      inWindow: true,
    })),
];

const only = process.argv[2];
const chosen = checks.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0)
  throw new Error(`There is no check "${only}". There are: ${checks.map(({ name }) => name).join(", ")}.`);
const { executable } = await setUp({ log: console.log, tests: true });
const failed = [];
for (const check of chosen) {
  console.log(`\n— ${check.name}`);
  const { args, env, output } = check;
  const work = () =>
    run(process.execPath, args, { env: { ...process.env, ARGSCOPE_ELECTRON: executable, ...env }, echo: true });
  const ended = check.inWindow ? await withDisplay(work) : await work();
  if (ended.code !== 0) failed.push(`${check.name}: ${lastLine(ended.output)}`);
  // Node's own warnings have process numbers in them, and nothing to do with the check.
  const said = ended.output.replaceAll(root, "").replace(/^\((?:node:|Use `node).*\n/gmu, "");
  writeFileSync(join(root, output), `$ npm run verify -- ${check.name}\n${said.trim()}\n`);
}
for (const line of failed) console.error(line);
console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
