import { numberColumn, skipColumn, textColumn } from "./scanner.ts";

/** Beside a number column's place in the row: every number of it so far was written as a whole one. */
const wholeBit = 1;
/** The column is passed over. */
export const skipTarget = -(2 ** 31);

/**
 * For each column what the kernel is told of it: of one of numbers 8 times its place in the block's row and the bit that says that
 * they are whole, of text ~its place among the columns of text.
 */
export function targetsOf(kinds: Uint8Array): Int32Array {
  // A file may have a hundred thousand columns: what is done for each is slow before it is compiled.
  const targets = new Int32Array(kinds.length);
  const isAllNumbers = !kinds.includes(textColumn) && !kinds.includes(skipColumn);
  for (let column = 0, target = wholeBit; column < kinds.length; column++) {
    if (isAllNumbers || kinds[column] === numberColumn) {
      targets[column] = target;
      target += 8;
    } else targets[column] = skipTarget;
  }
  let text = 0;
  for (let column = kinds.indexOf(textColumn); column >= 0; column = kinds.indexOf(textColumn, column + 1)) {
    targets[column] = ~text++;
  }
  return targets;
}

/** The place of a column of numbers in the block's row. */
export function slotOf(targets: Int32Array, column: number): number {
  return (targets[column] as number) >> 3;
}
