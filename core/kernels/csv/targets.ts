import { SKIP, WHOLE } from "./job";

// What is done with a column; core/src/formats/csv/scanner.ts names the same ones.
const NUMBER: u32 = 1;
const TEXT: u32 = 2;

/**
 * Writes for each column what a call is told of it (PLAN in the job): the columns of numbers and those of text stand in the order
 * of all.
 *
 * @param kinds a byte for each column: what is done with it
 */
export function layTargets(kinds: usize, columns: u32, targets: usize): void {
  const end = kinds + (columns as usize);
  let number = WHOLE;
  let text: i32 = 0;
  for (; kinds < end; kinds++, targets += 4) {
    const kind: u32 = load<u8>(kinds);
    store<i32>(targets, kind == NUMBER ? number : kind == TEXT ? ~text : SKIP);
    if (kind == NUMBER) number += 8;
    else if (kind == TEXT) text++;
  }
}
