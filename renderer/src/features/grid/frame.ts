import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { readScalar } from "@argscope/core/array/scalar.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import { scalarText } from "../../engine/number-text.ts";
import type { TextReader } from "../../engine/shared.ts";

/** An answer over the array of a frame. */
export interface FrameAnswer {
  readonly reduction: Reduction;
  readonly indices: NdArray;
}

/**
 * What the grid shows: one two-dimensional slice of an array and the answer over it. A value; every cell is read from it.
 *
 * Rows are the array's last dimension but one, columns its last; an array of one dimension is one column, of none one cell.
 */
export interface Frame {
  readonly array: NdArray;
  /** Position along each dimension before the last two. */
  readonly fixed: readonly number[];
  readonly columnNames: readonly string[];
  readonly labels: readonly TextReader[];
  readonly answer: FrameAnswer | null;
  readonly rows: number;
  readonly columns: number;
  /** Which dimension the rows run along; null for 0-d. */
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
  /** Of cell (0, 0), in elements; and what a step of one row or column adds. */
  readonly origin: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

export interface FrameParts {
  readonly array: NdArray;
  readonly fixed: readonly number[];
  readonly columnNames: readonly string[];
  readonly labels: readonly TextReader[];
  readonly answer: FrameAnswer | null;
}

export function frameOf(parts: FrameParts): Frame {
  const { array, fixed } = parts;
  const { shape, strides, ndim } = array;
  const rowAxis = ndim === 0 ? null : ndim === 1 ? 0 : ndim - 2;
  const columnAxis = ndim < 2 ? null : ndim - 1;
  let origin = array.offset;
  fixed.forEach((position, axis) => {
    origin += position * (strides[axis] ?? 0);
  });
  return {
    ...parts,
    rowAxis,
    columnAxis,
    rows: rowAxis === null ? 1 : (shape[rowAxis] ?? 0),
    columns: columnAxis === null ? 1 : (shape[columnAxis] ?? 0),
    origin,
    rowStride: rowAxis === null ? 0 : (strides[rowAxis] ?? 0),
    columnStride: columnAxis === null ? 0 : (strides[columnAxis] ?? 0),
  };
}

/** Where in the array's block a cell of the frame lies, in elements. */
export function positionIn(frame: Frame, row: number, column: number): number {
  return frame.origin + row * frame.rowStride + column * frame.columnStride;
}

export function cellText(frame: Frame, row: number, column: number): string {
  const { dtype, data } = frame.array;
  return scalarText(readScalar(dtype, data, positionIn(frame, row, column)));
}

/** A cell's full index, one number per dimension of the array. */
export function fullIndex(frame: Frame, row: number, column: number): number[] {
  const { fixed, rowAxis, columnAxis } = frame;
  return [...fixed, ...(rowAxis === null ? [] : [row]), ...(columnAxis === null ? [] : [column])];
}

/** A column as a sentence names it: number, and name where the file has one. */
export function columnTitle(frame: Frame, column: number): string {
  const name = frame.columnNames[column];
  return name ? `column ${column} (${name})` : `column ${column}`;
}
