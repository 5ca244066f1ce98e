import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { readScalar } from "@argscope/core/array/scalar.ts";
import { scalarText } from "../../engine/number-text.ts";
import type { TextReader } from "../../engine/shared.ts";
import { type FrameAnswer, inPlane, type Lanes, lanesOf, type Plane, planeOf, type Slice } from "./lanes.ts";

/** What a frame is made of. `fixed`: the position along each dimension before the last two. */
export interface FrameParts {
  readonly array: NdArray;
  readonly fixed: readonly number[];
  readonly columnNames: readonly string[];
  readonly labels: readonly TextReader[];
  readonly answer: FrameAnswer | null;
}

/**
 * What the grid shows: one two-dimensional slice of an array and the answer over it. A value; every cell is read from it.
 *
 * Rows are the array's last dimension but one, columns its last; an array of one dimension is one column, of none one cell.
 */
export interface Frame extends FrameParts, Slice {
  readonly rows: number;
  readonly columns: number;
  /** Where each cell lies in the array's block, in elements. */
  readonly cells: Plane;
  readonly lanes: Lanes | null;
}

export function frameOf(parts: FrameParts): Frame {
  const { array, fixed, answer } = parts;
  const { shape, strides, ndim, offset } = array;
  const rowAxis = ndim === 0 ? null : ndim === 1 ? 0 : ndim - 2;
  const columnAxis = ndim < 2 ? null : ndim - 1;
  const slice: Slice = { fixed, rowAxis, columnAxis };
  return {
    ...parts,
    ...slice,
    rows: rowAxis === null ? 1 : (shape[rowAxis] ?? 0),
    columns: columnAxis === null ? 1 : (shape[columnAxis] ?? 0),
    cells: planeOf(strides, offset, slice),
    lanes: answer === null ? null : lanesOf(array, answer, slice),
  };
}

export function cellText({ array, cells }: Frame, row: number, column: number): string {
  return scalarText(readScalar(array.dtype, array.data, inPlane(cells, row, column)));
}

/** A column as a sentence names it: number, and name where the file has one. */
export function columnTitle(frame: Frame, column: number): string {
  const name = frame.columnNames[column];
  return name ? `column ${column} (${name})` : `column ${column}`;
}
