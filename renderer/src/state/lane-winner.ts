import { NdArray } from "@argscope/core/array/ndarray.ts";
import { readScalar, type Scalar } from "@argscope/core/array/scalar.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import type { Region } from "@argscope/core/expression/index.ts";
import { indexOfLane } from "@argscope/core/reduce/repeated.ts";
import { scalarText } from "../engine/number-text.ts";
import type { CellTexts } from "./cell-texts.ts";
import type { Desk } from "./desk.ts";
import type { LaneCounts } from "./lane-shelf.ts";
import { rootOf } from "./session.ts";
import type { Held } from "./shelf.ts";
import { answered, ready, type State } from "./state.ts";

/** An answer with all that the page knows of it: what it was asked of, and where that lies in what is shown. */
export interface AnswerInSight {
  readonly serial: number;
  readonly reduction: Reduction;
  readonly held: Pick<Held, "array" | "columns" | "labels">;
  readonly region: Region;
  /** The operand: the region of the array that is shown. */
  readonly operand: NdArray;
  readonly indices: NdArray;
  /** The dimensions of the shown array that run down and across the screen. */
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
  /** Null until they are counted. */
  readonly counts: LaneCounts | null;
  /** The text of the number at a position of the block, as the file or the person wrote it. Null: as it comes, or not there yet. */
  readonly written?: (position: number) => string | null;
}

/** The answer that the window shows; null where there is none. */
export function answerInSight({ shelf }: Pick<Desk, "shelf">, state: State): AnswerInSight | null {
  const session = ready(state);
  const answer = answered(state);
  const held = session === null ? undefined : shelf.held(session.handle);
  if (session === null || answer === null || held === undefined) return null;
  const indices = shelf.indices(answer.serial);
  if (indices === undefined) return null;
  const { serial, reduction, region } = answer;
  const { rowAxis, columnAxis } = state.view;
  return {
    rowAxis,
    columnAxis,
    serial,
    reduction,
    held,
    region,
    operand: regionOf(held.array, region),
    indices,
    counts: shelf.lanes.counts(serial),
    written: writtenIn(held, shelf.held(rootOf(session).handle)?.winnerTexts ?? null),
  };
}

/** @param ofTable  the texts of the table that `held` is, or a view of */
function writtenIn({ array, edits }: Held, ofTable: CellTexts | null): (position: number) => string | null {
  const texts = ofTable?.isOf(array) ? ofTable : null;
  return (position) => {
    const edited = edits?.at(null, position);
    return edited === undefined ? (texts?.at(position) ?? null) : edited.text;
  };
}

/** A region of an array as an array: a view. */
export function regionOf(a: NdArray, region: Region): NdArray {
  const taken = region.flatMap(({ axis, count }, d) => (axis === null ? [] : [{ count, stride: a.strides[d] as number }]));
  const offset = region.reduce((sum, { start }, d) => sum + start * (a.strides[d] as number), a.offset);
  return new NdArray(
    a.dtype,
    taken.map(({ count }) => count),
    taken.map(({ stride }) => stride),
    offset,
    a.data,
  );
}

/** The dimension of the shown array that the lanes run along; null for axis None. */
export function laneDimension({ reduction, region }: AnswerInSight): number | null {
  if (reduction.axis === null) return null;
  return region.findIndex(({ axis }) => axis === reduction.axis);
}

/** The winner of one lane. */
export interface Winner {
  /** The lane's number in the answer, in C order. */
  readonly ordinal: number;
  /** The lane as the grid numbers it: its position along every dimension that is shown but the axis; empty for axis None. */
  readonly lane: readonly number[];
  /** As the answer gives it: along the axis, or into the ravel, of the operand. */
  readonly index: number;
  /** Its full index in the array that is shown. */
  readonly position: readonly number[];
  /** As the file or a person wrote it, where that is known; else as NumPy would. */
  readonly value: string;
  readonly isNan: boolean;
  /** Elements that equal it, itself not counted; null while nobody knows. */
  readonly ties: number | null;
  readonly hasNan: boolean;
  /** Where its lane's winner would be without its NaNs, as `index`; null where nobody knows or nothing is left. */
  readonly runnerUp: number | null;
}

export function winnerOf(answer: AnswerInSight, ordinal: number): Winner {
  const { operand, indices, reduction, region, counts } = answer;
  const { axis } = reduction;
  const index = indexOfLane(indices, ordinal);
  const lane = axis === null ? [] : unravel(ordinal, operand.shape.toSpliced(axis, 1));
  const own = axis === null ? unravel(index, operand.shape) : lane.toSpliced(axis, 0, index);
  const at = positionAt(operand, own);
  const value = readScalar(operand.dtype, operand.data, at);
  const isNan = isNotANumber(value);
  const position = placeOf(region, own);
  return {
    ordinal,
    lane: axis === null ? [] : position.filter((_, d) => region[d]?.axis !== axis),
    index,
    position,
    // What is missing is shown as what it became.
    value: (isNan ? null : answer.written?.(at)) ?? scalarText(value),
    isNan,
    ties: counts === null ? null : Number(counts.ties.data[ordinal] ?? 0),
    hasNan: counts?.nan !== null && counts?.nan?.data[ordinal] === 1,
    runnerUp: isNan ? runnerUpOf(answer, lane, ordinal) : null,
  };
}

/** Of a lane whose NaN won. Beside infinities alone the worker may name a NaN, as NumPy: then there is none. */
function runnerUpOf({ operand, reduction, counts }: AnswerInSight, lane: readonly number[], ordinal: number): number | null {
  const found = Number(counts?.runnersUp?.data[ordinal] ?? -1);
  if (found < 0) return null;
  const own = reduction.axis === null ? unravel(found, operand.shape) : lane.toSpliced(reduction.axis, 0, found);
  return isNotANumber(readScalar(operand.dtype, operand.data, positionAt(operand, own))) ? null : found;
}

/** The lane that a cell of the shown array belongs to, by its number in the answer; null beside the operand. */
export function laneAt({ operand, reduction, region }: AnswerInSight, index: readonly number[]): number | null {
  if (operand.size === 0) return null;
  const own: number[] = [];
  for (const [d, { start, count, axis }] of region.entries()) {
    const at = (index[d] ?? 0) - start;
    if (at < 0 || at >= count) return null;
    if (axis !== null) own[axis] = at;
  }
  const { axis } = reduction;
  if (axis === null) return 0;
  return own.reduce((sum, at, d) => (d === axis ? sum : sum * (operand.shape[d] as number) + at), 0);
}

/** Where an element of the operand lies in the array that is shown. */
export function placeOf(region: Region, own: readonly number[]): number[] {
  return region.map(({ start, axis }) => start + (axis === null ? 0 : (own[axis] ?? 0)));
}

export function unravel(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = flat;
  for (const length of shape.toReversed()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

/** Where an element lies in its array's block. */
function positionAt({ strides, offset }: NdArray, index: readonly number[]): number {
  return index.reduce((sum, at, d) => sum + at * (strides[d] as number), offset);
}

function isNotANumber(value: Scalar): boolean {
  if (typeof value === "object" && "re" in value) return Number.isNaN(value.re) || Number.isNaN(value.im);
  return value !== value || value === "NaT";
}
