import { empty } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import type { Column } from "./column.ts";

/** The named columns of `numbers`, in the order of the names: a view where one stride walks them, else a copy. */
export function blockOf(numbers: NdArray, columns: readonly Column[], names: readonly string[]): NdArray {
  const chosen = names.map((name) => blockColumn(columns, name));
  const [rows = 0, width = 0] = numbers.shape;
  const first = chosen[0] ?? 0;
  const step = (chosen[1] ?? first + 1) - first;
  const even = chosen.every((column, k) => column === first + k * step);
  if (even) return new NdArray("float64", [rows, chosen.length], [width, step], first, numbers.data);
  const copy = empty([rows, chosen.length], "float64");
  const from = numbers.data as Float64Array;
  const to = copy.data as Float64Array;
  for (let row = 0, out = 0; row < rows; row++) {
    for (const column of chosen) to[out++] = from[row * width + column] as number;
  }
  return copy;
}

function blockColumn(columns: readonly Column[], name: string): number {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new ValueError(`There is no column named "${name}".`);
  if (column.dtype === "text") throw new ValueError(`Column "${name}" is text: choose columns of numbers.`);
  return column.blockColumn;
}
