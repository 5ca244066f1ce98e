import { FOLDED_ROWS, foldOf, NARROW } from "./folded";
import { narrowRows } from "./narrow";
import { strips } from "./strips";

// Lanes side by side in memory: lane c has its elements at start + c * itemsize + r * rowStep, for r in 0 … n - 1.

/**
 * Winners of `width` lanes side by side, for each of `outer` groups. Rows of fewer bytes than a vector must not come here.
 */
// @ts-ignore: decorator
@inline
export function columnGroups<T>(order: i32, start: usize, n: usize, rowStep: isize, width: usize, outer: usize, outerStep: isize, best: usize, out: usize, skip: bool): void {
  const bytes = width * sizeof<T>();
  const narrow = bytes < NARROW && rowStep == <isize>bytes && n >= FOLDED_ROWS * foldOf(bytes);
  for (let g: usize = 0; g < outer; g++) {
    const p = start + g * outerStep;
    if (narrow) narrowRows<T>(p, n, width, best, out + 4 * g * width, order, skip);
    else strips<T>(p, n, width, rowStep, best, out + 4 * g * width, order, skip);
  }
}
