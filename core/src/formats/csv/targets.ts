import { empty, free } from "../../array/empty.ts";
import { InternalError } from "../../errors.ts";
import { memoryOf } from "../../memory/engine-memory.ts";
import { tableKernels } from "../../memory/kernel-instance.ts";

/** The column is passed over. */
export const skipTarget = -(2 ** 31);

/**
 * For each column what the kernel is told of it: of one of numbers 8 times its place in the block's row and the bit that says that
 * they are whole, of text ~its place among the columns of text, or `skipTarget`.
 *
 * By a kernel: a file may have a hundred thousand columns, and what is done for each is slow before it is compiled.
 *
 * @throws {CapacityError} the memory cannot be had.
 */
export function targetsOf(kinds: Uint8Array): Int32Array {
  const columns = kinds.length;
  const block = empty([2 * Math.max(1, columns)], "int32");
  const words = block.data as Int32Array;
  const memory = memoryOf(words);
  if (memory === undefined) throw new InternalError("A scan was planned outside engine memory.");
  const held = new Uint8Array(words.buffer, words.byteOffset + 4 * columns, columns);
  held.set(kinds);
  tableKernels.over(memory).layTargets(held.byteOffset, columns, words.byteOffset);
  const targets = words.slice(0, columns);
  free(block);
  return targets;
}

/** The place of a column of numbers in the block's row. */
export function slotOf(targets: Int32Array, column: number): number {
  return (targets[column] as number) >> 3;
}
