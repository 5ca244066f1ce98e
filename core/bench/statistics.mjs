// @ts-check

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? /** @type {number} */ (sorted[middle]) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * A lower bound of the median, right 95 times in 100: the largest order statistic below which the median lies with a
 * probability of at most 5 % (a sign test; no assumption about the distribution).
 *
 * @param {readonly number[]} values
 */
export function lowerBound(values) {
  const sorted = [...values].sort((a, b) => a - b);
  let tail = 0;
  let chosen = 0;
  for (let k = 0; k < sorted.length; k++) {
    tail += choose(sorted.length, k) / 2 ** sorted.length;
    if (tail > 0.05) break;
    chosen = k;
  }
  return /** @type {number} */ (sorted[chosen]);
}

/** @param {number} n @param {number} k */
function choose(n, k) {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}

/** @template T @param {readonly T[]} items @returns {T[]} in random order */
export function shuffled(items) {
  const left = [...items];
  const order = [];
  while (left.length) order.push(.../** @type {T[]} */ (left.splice(Math.floor(Math.random() * left.length), 1)));
  return order;
}
