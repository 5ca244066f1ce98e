import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { readScalar, type Scalar } from "@argscope/core/array/scalar.ts";
import { type Frame, fullIndex, positionIn } from "./frame.ts";

export type Mark = "first" | "tie" | null;

/** What an answer says about a cell: it is its lane's winner, or as good as the winner, or neither. */
export function markOf(frame: Frame, row: number, column: number): Mark {
  const { answer, array } = frame;
  if (answer === null || array.size === 0) return null;
  const { axis } = answer.reduction;
  const winner = winnerOfLane(frame, row, column);
  if (winner === null) return null;
  const here = axis === null ? flatIndex(array, fullIndex(frame, row, column)) : along(frame, row, column, axis);
  if (here === winner.index) return "first";
  const { dtype, data } = array;
  return equals(readScalar(dtype, data, positionIn(frame, row, column)), winner.value) ? "tie" : null;
}

/** Where the winner of a cell's lane stands along the axis, or in the whole array, and its value. */
export function winnerOfLane(frame: Frame, row: number, column: number): { index: number; value: Scalar } | null {
  const { answer, array } = frame;
  if (answer === null) return null;
  const { reduction, indices } = answer;
  const { axis, keepdims } = reduction;
  const { dtype, data, strides } = array;
  if (axis === null) {
    const index = indices.data[indices.offset] as number;
    return { index, value: readScalar(dtype, data, flatPosition(array, index)) };
  }
  let lane = indices.offset;
  let position = positionIn(frame, row, column);
  const cell = fullIndex(frame, row, column);
  for (let d = 0; d < cell.length; d++) {
    // Without keepdims the result has no dimension for the axis: those behind it move forward.
    const dimension = keepdims || d < axis ? d : d - 1;
    if (d !== axis) lane += (cell[d] as number) * (indices.strides[dimension] as number);
  }
  const index = indices.data[lane] as number;
  position += (index - along(frame, row, column, axis)) * (strides[axis] as number);
  return { index, value: readScalar(dtype, data, position) };
}

/** The cell's own position along an axis. */
function along(frame: Frame, row: number, column: number, axis: number): number {
  if (axis === frame.rowAxis) return row;
  if (axis === frame.columnAxis) return column;
  return frame.fixed[axis] as number;
}

/** A tie is NumPy's equality (0 equals -0), and NaN with NaN: under NumPy's rule a NaN that comes later lost by place alone. */
function equals(a: Scalar, b: Scalar): boolean {
  if (typeof a === "object" && typeof b === "object" && "re" in a && "re" in b) return equals(a.re, b.re) && equals(a.im, b.im);
  return a === b || (a !== a && b !== b);
}

/** Position in the array's C-order ravel. */
function flatIndex({ shape }: NdArray, index: readonly number[]): number {
  return index.reduce((flat, position, axis) => flat * (shape[axis] as number) + position, 0);
}

/** Of an element of the ravel, where it lies in the block, in elements. */
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
