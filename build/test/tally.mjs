// @ts-check

/**
 * What one runner ran. `skipped` names each test that it left out, with the reason; `failures` says what went wrong
 * beside the tests (a file that does not load, a runner that broke down), one failure each.
 * @typedef {{ runner: string, passed: number, failed: number, skipped: { test: string, reason: string }[] }} Tally
 */

/** A runner that ran nothing, or did not get as far as to count, has failed: silence is no success. @param {Tally} tally @returns {Tally} */
export function atLeastOne(tally) {
  return tally.passed + tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

/** The one line that sums it all up. @param {readonly Tally[]} tallies */
export function summary(tallies) {
  const sum = (/** @type {(tally: Tally) => number} */ of) => tallies.reduce((total, tally) => total + of(tally), 0);
  const skipped = sum((tally) => tally.skipped.length);
  const counted = `${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed)} failed`;
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted;
}
