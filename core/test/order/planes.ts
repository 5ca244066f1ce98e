import type { Dtype } from "../../src/array/dtype.ts";
import { fromNested } from "../../src/array/from-nested.ts";
import type { NdArray } from "../../src/array/ndarray.ts";
import type { Nested } from "../../src/array/nested.ts";
import type { Plane } from "../../src/select/plane.ts";

/** What the grid shows of an array. @param labels  columns of text, row by row. */
export function planeOf(cells: NdArray, labels: readonly (readonly string[])[] = []): Plane {
  return {
    cells,
    rowOrder: null,
    columnOrder: null,
    point: ".",
    names: [],
    labels: labels.map((texts, k) => ({ name: `text ${k}`, text: (row) => texts[row] ?? "" })),
  };
}

/** One column. */
export function columnOf(values: readonly unknown[], dtype?: Dtype): NdArray {
  return fromNested(values.map((value) => [value]) as Nested, dtype);
}
