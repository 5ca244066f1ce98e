// For each column two words: how many empty cells it has, and one more than the row of the last.

/** As many empty cells of a column are told of one by one; the others are counted. */
const TOLD: u32 = 5;

/** Whether the next empty cell of a column is told of. @param at the column's words */
// @ts-ignore: decorator
@inline
export function isTold(at: usize): bool {
  return load<u32>(at) < TOLD;
}

// @ts-ignore: decorator
@inline
export function countEmpty(at: usize, row: u32): void {
  store<u32>(at, load<u32>(at) + 1);
  store<u32>(at, row + 1, 4);
}

/** Takes back what was counted in a row that is not taken. @param empty the words of the first column */
export function forgetEmpty(empty: usize, columns: i32, row: u32): void {
  for (let column = 0; column < columns; column++) {
    const at = empty + ((column as usize) << 3);
    if (load<u32>(at, 4) != row + 1) continue;
    store<u32>(at, load<u32>(at) - 1);
    store<u32>(at, 0, 4);
  }
}
