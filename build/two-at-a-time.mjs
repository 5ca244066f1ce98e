// @ts-check

/**
 * Does `work` on every item, two at a time, as the smallest machine that we build on has two processors.
 * @template T, R @param {readonly T[]} items @param {(item: T) => Promise<R>} work @returns {Promise<R[]>} in the items' order
 */
export async function twoAtATime(items, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const takeTurns = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(/** @type {T} */ (items[at]));
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return results;
}
