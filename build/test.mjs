// @ts-check
import { programPath } from "./program.mjs";
import { setUp, withDisplay } from "./set-up.mjs";
import { runChecks, runEndToEnd, runUnit } from "./test/runners.mjs";
import { summary } from "./test/tally.mjs";

/** @typedef {import("./test/tally.mjs").Tally} Tally */

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

// One after another: a runner that measures needs the machine for itself.
await add("check", async () => [await runChecks()]);
await add("unit", runUnit);
await add("e2e", async () => {
  const runtime = await setUp({ log, tests: true });
  const packaged = await packagedApp(runtime.executable);
  const browser = process.env["ARGSCOPE_CHROMIUM"] ?? browsers.map(programPath).find((path) => path !== undefined);
  const projects = ["electron", "packaged", ...(browser === undefined ? [] : ["browser"])];
  const ran = await withDisplay(() =>
    runEndToEnd(projects, {
      ARGSCOPE_ELECTRON: runtime.executable,
      ARGSCOPE_PACKAGED: packaged,
      ARGSCOPE_CHROMIUM: browser ?? "",
    }),
  );
  if (browser !== undefined) return ran;
  const reason = "there is no Chromium: install one, or name it in ARGSCOPE_CHROMIUM";
  return [...ran, { runner: "browser", passed: 0, failed: 0, skipped: [{ test: "the page alone in a browser", reason }] }];
});

log("");
for (const { runner, passed, failed, skipped } of tallies) {
  log(`${runner}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  for (const { test, reason } of skipped) log(`  skipped: ${test} (${reason})`);
}
log(summary(tallies));
process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;
