// @ts-check

/**
 * What one runner ran. `skipped` names each test that it left out, with the reason; `failures` says what went wrong
 * beside the tests (a file that does not load, a runner that broke down), one failure each.
 * @typedef {{ runner: string, passed: number, failed: number, skipped: { test: string, reason: string }[] }} Tally
 */

/**
 * The tallies, with a failure for everything that was not counted: silence is no success.
 *
 * @param {readonly Tally[]} tallies what the runners counted
 * @param {readonly string[]} expected the runners that should have run
 * @param {boolean} contented whether the runners' program ended without complaint
 * @returns {Tally[]}
 */
export function complete(tallies, expected, contented) {
  const absent = expected.filter((name) => !tallies.some(({ runner }) => runner === name));
  const all = [...tallies, ...absent.map((runner) => ({ runner, passed: 0, failed: 0, skipped: [] }))];
  const judged = all.map((tally) => (tally.passed + tally.failed > 0 ? tally : { ...tally, failed: 1 }));
  const failed = judged.some((tally) => tally.failed > 0);
  return contented || failed ? judged : [...judged, { runner: "the runner itself", passed: 0, failed: 1, skipped: [] }];
}

/** The one line that sums it all up. @param {readonly Tally[]} tallies */
export function summary(tallies) {
  const sum = (/** @type {(tally: Tally) => number} */ of) => tallies.reduce((total, tally) => total + of(tally), 0);
  const skipped = sum((tally) => tally.skipped.length);
  const counted = `${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed)} failed`;
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted;
}
