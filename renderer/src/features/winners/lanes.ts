import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { readScalar } from "@argscope/core/array/scalar.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import { scalarText } from "../../engine/number-text.ts";
import type { Held } from "../../state/shelf.ts";

/** An array with the file's own words for its rows and columns. */
export type Named = Pick<Held, "array" | "columns" | "labels">;

/** The winner of one lane, in the order of the answer. */
export interface Winner {
  /** The lane as the grid names it; empty where the answer has one lane alone. */
  readonly lane: string;
  /** As the answer gives it: along the axis, or into the ravel. */
  readonly index: number;
  /** The file's own word for where the winner stands. */
  readonly label: string;
  readonly value: string;
  /** Its full index, one number per dimension. */
  readonly position: readonly number[];
}

export function laneCount(indices: NdArray): number {
  return indices.size;
}

/** The winner of the answer's lane `ordinal`, counted in C order. */
export function winnerOf(held: Named, reduction: Reduction, indices: NdArray, ordinal: number): Winner {
  const { array } = held;
  const { axis } = reduction;
  const index = indices.data[indices.offset + ordinal] as number;
  const lane = axis === null ? [] : unravel(ordinal, array.shape.toSpliced(axis, 1));
  const position = axis === null ? unravel(index, array.shape) : lane.toSpliced(axis, 0, index);
  const offset = position.reduce((sum, each, d) => sum + each * (array.strides[d] as number), array.offset);
  return {
    lane: laneName(held, axis, lane),
    index,
    label: labelOf(held, axis, position),
    value: scalarText(readScalar(array.dtype, array.data, offset)),
    position,
  };
}

function unravel(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = flat;
  for (const length of shape.toReversed()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

function laneName({ columns, labels }: Named, axis: number | null, lane: readonly number[]): string {
  if (axis === null || lane.length === 0) return "";
  if (lane.length > 1) return lane.join(", ");
  const number = lane[0] as number;
  const name = axis === 0 ? columns[number] : labels[0]?.text(number);
  return name ? `${number} ${name}` : String(number);
}

function labelOf({ array, columns, labels }: Named, axis: number | null, position: readonly number[]): string {
  if (array.ndim > 2) return "";
  const row = labels[0]?.text(position[0] ?? 0) ?? "";
  const column = columns[position[1] ?? -1] ?? "";
  if (axis === null) return [row, column].filter((part) => part !== "").join(", ");
  return axis === 0 ? row : column;
}
