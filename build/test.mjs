// @ts-check
import { setUp } from "./set-up.mjs";
import { endToEnd } from "./test/end-to-end.mjs";
import { runChecks, runUnit } from "./test/runners.mjs";
import { summary } from "./test/tally.mjs";

/** @typedef {import("./test/tally.mjs").Tally} Tally */

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
  const { executable } = runtime;
  await add("e2e", () => endToEnd(executable, log));
}

log("");
for (const { runner, passed, failed, skipped } of tallies) {
  log(`${runner}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  for (const { test, reason } of skipped) log(`  skipped: ${test} (${reason})`);
}
log(summary(tallies));
process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;
