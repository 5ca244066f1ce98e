import { WHOLE } from "./job";

/**
 * Takes what one call found of the columns into what all have: where it cleared the bit that says that a column's numbers are
 * whole, that is cleared in `targets` too, and the column's byte in `fractional` becomes 1.
 *
 * @param plan the words that the call was asked with, and has changed
 * @param targets the words of the next call
 */
export function mergePlan(plan: usize, columns: u32, targets: usize, fractional: usize): void {
  const end = plan + ((columns as usize) << 2);
  for (; plan < end; plan += 4, targets += 4, fractional++) {
    const target = load<i32>(targets);
    // Columns that are not of numbers are told of by words below zero.
    if (target < 0 || !(target & WHOLE) || load<i32>(plan) & WHOLE) continue;
    store<i32>(targets, target & ~WHOLE);
    store<u8>(fractional, 1);
  }
}
