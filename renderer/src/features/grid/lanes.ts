import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";

/** An answer over the array of a frame. */
export interface FrameAnswer {
  readonly reduction: Reduction;
  readonly indices: NdArray;
}

/** A number that depends on a cell: `at + row * perRow + column * perColumn`. */
export interface Plane {
  readonly at: number;
  readonly perRow: number;
  readonly perColumn: number;
}

/**
 * Where the cells of a slice stand in the lanes of an answer, worked out once per frame: a cell is then two multiplications
 * away from its lane's winner, and a screenful is painted without garbage.
 */
export interface Lanes {
  /** Of the cell's lane, where its winner's index lies in the answer's block. */
  readonly answer: Plane;
  /** Of the cell, how far along its lane it stands; in the array's ravel where the whole array is one lane. */
  readonly along: Plane;
  /** From one element of the lane to the next, in elements of the array's block; null for the whole array. */
  readonly stride: number | null;
  /** Where the one winner of the whole array lies in the block; null where there is an axis. */
  readonly winner: number | null;
}

export function lanesOf(array: NdArray, { reduction, indices }: FrameAnswer, slice: Slice): Lanes | null {
  if (array.size === 0) return null;
  const { axis, keepdims } = reduction;
  const { shape, strides } = array;
  if (axis === null) {
    const weights = shape.map((_, d) => shape.slice(d + 1).reduce((product, length) => product * length, 1));
    const index = indices.data[indices.offset] as number;
    return {
      answer: { at: indices.offset, perRow: 0, perColumn: 0 },
      along: planeOf(weights, 0, slice),
      stride: null,
      winner: flatPosition(array, index),
    };
  }
  // Without keepdims the answer has no dimension for the axis: those behind it move forward.
  const weights = shape.map((_, d) => (d === axis ? 0 : (indices.strides[keepdims || d < axis ? d : d - 1] as number)));
  return {
    answer: planeOf(weights, indices.offset, slice),
    along: planeOf(
      shape.map((_, d) => (d === axis ? 1 : 0)),
      0,
      slice,
    ),
    stride: strides[axis] as number,
    winner: null,
  };
}

/** Which dimensions the rows and columns run along (null: none), and the position along every other. */
export interface Slice {
  readonly fixed: readonly number[];
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
}

export function planeOf(weights: readonly number[], start: number, { fixed, rowAxis, columnAxis }: Slice): Plane {
  return {
    at: fixed.reduce((sum, position, d) => sum + position * (weights[d] ?? 0), start),
    perRow: rowAxis === null ? 0 : (weights[rowAxis] ?? 0),
    perColumn: columnAxis === null ? 0 : (weights[columnAxis] ?? 0),
  };
}

export function inPlane({ at, perRow, perColumn }: Plane, row: number, column: number): number {
  return at + row * perRow + column * perColumn;
}

/** Of an element of the C-order ravel, where it lies in the block, in elements. */
function flatPosition({ shape, strides, offset }: NdArray, flat: number): number {
  let rest = flat;
  let position = offset;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] as number;
    position += (rest % length) * (strides[axis] as number);
    rest = Math.floor(rest / length);
  }
  return position;
}
