// @ts-check
import { packageApplication } from "./package.mjs";
import { programPath } from "./program.mjs";
import { setUp, withDisplay } from "./set-up.mjs";
import { runChecks, runEndToEnd, runUnit } from "./test/runners.mjs";
import { summary } from "./test/tally.mjs";

/** @typedef {import("./test/tally.mjs").Tally} Tally */

const none = { passed: 0, failed: 0 };

/** Where Debian, Ubuntu and the usual installers put a Chromium. */
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @param {string} line */
const log = (line) => console.log(line);

/** @type {Tally[]} */
const tallies = [];
/** Runs one runner; what it throws is its failure. @param {string} runner @param {() => Promise<Tally[]>} work */
async function add(runner, work) {
  log(`\n— ${runner}`);
  try {
    tallies.push(...(await work()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tallies.push({ runner, passed: 0, failed: 1, skipped: [] });
  }
}

/** @type {import("./runtime/layout.mjs").Runtime | undefined} */
let runtime;
await add("set-up", async () => {
  runtime = await setUp({ log, tests: true });
  return [];
});
// One after another: a runner that measures needs the machine for itself.
await add("check", async () => [await runChecks()]);
await add("unit", runUnit);
if (runtime !== undefined) {
  const electron = runtime;
  await add("e2e", () => endToEnd(electron.executable));
}

log("");
for (const { runner, passed, failed, skipped } of tallies) {
  log(`${runner}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  for (const { test, reason } of skipped) log(`  skipped: ${test} (${reason})`);
}
log(summary(tallies));
process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;

/** @param {string} electron the program @returns {Promise<Tally[]>} */
async function endToEnd(electron) {
  const { twin } = await packageApplication({ log });
  const browser = process.env["ARGSCOPE_CHROMIUM"] || browsers.map(programPath).find((path) => path !== undefined);
  const wanted = [
    { project: "electron", name: "ARGSCOPE_ELECTRON", program: electron, lacks: "" },
    {
      project: "packaged",
      name: "ARGSCOPE_PACKAGED",
      program: twin,
      lacks: "no packaged program can be driven on this system",
    },
    {
      project: "browser",
      name: "ARGSCOPE_CHROMIUM",
      program: browser,
      lacks: "no Chromium: install one or name it in ARGSCOPE_CHROMIUM",
    },
  ];
  const there = wanted.filter(({ program }) => program);
  const env = Object.fromEntries(there.map(({ name, program }) => [name, program ?? ""]));
  const ran = await withDisplay(() =>
    runEndToEnd(
      there.map(({ project }) => project),
      env,
    ),
  );
  const left = wanted.filter(({ program }) => !program);
  return [
    ...ran,
    ...left.map(({ project, lacks }) => ({ runner: project, ...none, skipped: [{ test: "all of it", reason: lacks }] })),
  ];
}
