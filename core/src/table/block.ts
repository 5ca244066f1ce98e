import { empty } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { columnNamed } from "./choose-columns.ts";
import { type Column, commonDtype, type NumberColumn, type NumberDtype } from "./column.ts";
import { labelBlock } from "./label-block.ts";
import type { TextColumn } from "./text-column.ts";
import { type Lane, restoreExact, wholeToIntegers } from "./words.ts";

/** The named columns in the order of the names. `numbers` holds the columns of numbers. */
export function blockOf(numbers: NdArray, columns: readonly Column[], names: readonly string[]): NdArray {
  const chosen = names.map((name) => columnNamed(columns, name));
  const [numeric, labels] = [chosen.filter(isNumber), chosen.filter(isLabel)];
  if (labels.length === 0) return numberBlock(numbers, numeric);
  if (numeric.length === 0) return labelBlock(labels, numbers.shape[0] ?? 0);
  throw new ValueError(
    `Column "${labels[0]?.name}" is ${labels[0]?.dtype}, and column "${numeric[0]?.name}" holds numbers: choose columns of one sort.`,
  );
}

function isNumber(column: Column): column is NumberColumn {
  return column.kind === "number";
}

function isLabel(column: Column): column is TextColumn {
  return column.kind === "label";
}

/** A view where the dtype is the block's and one stride walks the columns, else a copy. */
function numberBlock(numbers: NdArray, chosen: readonly NumberColumn[]): NdArray {
  const dtype = chosen.length === 0 ? (numbers.dtype as NumberDtype) : commonDtype(chosen.map((column) => column.dtype));
  const [rows = 0, width = 0] = numbers.shape;
  if (dtype === numbers.dtype) {
    const first = chosen[0]?.blockColumn ?? 0;
    const step = (chosen[1]?.blockColumn ?? first + 1) - first;
    const even = chosen.every(({ blockColumn }, k) => blockColumn === first + k * step);
    if (even) return new NdArray(dtype, [rows, chosen.length], [width, step], first, numbers.data);
  }
  const copy = empty([rows, chosen.length], dtype);
  for (const [k, column] of chosen.entries()) {
    const from = { data: numbers.data, start: column.blockColumn, width, rows };
    const to = { data: copy.data, start: k, width: chosen.length, rows };
    if (dtype === numbers.dtype) copyLane(from, to);
    else {
      // Integers that stand in a block of float64 beside other columns.
      wholeToIntegers(from, to);
      if (column.exact !== null) restoreExact(column.exact, to);
    }
  }
  return copy;
}

/** Elements of 8 bytes, whatever they are. As words: a float64 that is no number may change its bits on the way. */
function copyLane(from: Lane, to: Lane): void {
  const source = new Int32Array(from.data.buffer, from.data.byteOffset, 2 * from.data.length);
  const target = new Int32Array(to.data.buffer, to.data.byteOffset, 2 * to.data.length);
  for (
    let row = 0, at = 2 * from.start, out = 2 * to.start;
    row < from.rows;
    row++, at += 2 * from.width, out += 2 * to.width
  ) {
    target[out] = source[at] as number;
    target[out + 1] = source[at + 1] as number;
  }
}
