import type { Dtype } from "../../src/array/dtype.ts";
import { elementOf, viewOf } from "../../src/array/element.ts";
import { fromNested } from "../../src/array/from-nested.ts";
import { NdArray } from "../../src/array/ndarray.ts";
import type { Plane } from "../../src/select/plane.ts";

/** What the grid shows of a two-dimensional array, as it is unless more is said. */
export function planeOf(cells: NdArray, parts: Partial<Omit<Plane, "cells">> = {}): Plane {
  return { cells, rowOrder: null, columnOrder: null, names: [], labels: [], point: ".", ...parts };
}

export function planeOfRows(rows: readonly (readonly (number | bigint | boolean | string)[])[], dtype?: Dtype): Plane {
  return planeOf(fromNested(rows as never, dtype));
}

/** A column of text, as a table has them. */
export function texts(name: string, values: readonly string[]): { name: string; text(row: number): string } {
  return { name, text: (row) => values[row] as string };
}

/** An array in C order from its bytes. */
export function arrayOfBytes(dtype: Dtype, shape: readonly number[], bytes: Uint8Array): NdArray {
  const element = elementOf(dtype);
  const elements = shape.reduce((product, length) => product * length, 1);
  const own = Uint8Array.from(bytes);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
  return new NdArray(dtype, shape, strides, 0, viewOf(element, own.buffer, 0, elements));
}
