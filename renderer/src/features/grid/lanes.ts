import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import type { Region } from "@argscope/core/expression/index.ts";

/** An answer over the array of a frame, or over a region of it. */
export interface FrameAnswer {
  readonly reduction: Reduction;
  readonly indices: NdArray;
  /** What was reduced: one entry for each dimension of the array. */
  readonly region: Region;
}

/** The dimension of the array that the lanes of an answer run along: the answer counts those of its region. */
export function laneAxis({ reduction, region }: Pick<FrameAnswer, "reduction" | "region">): number | null {
  const { axis } = reduction;
  return axis === null ? null : region.findIndex((taken) => taken.axis === axis);
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
  /** The cells that the answer speaks of. */
  readonly inside: Inside;
}

export function lanesOf(array: NdArray, answer: FrameAnswer, slice: Slice): Lanes | null {
  const { reduction, indices, region } = answer;
  if (region.some(({ count }) => count === 0)) return null;
  const axis = laneAxis(answer);
  const inside = insideOf(region, slice);
  const { strides } = array;
  if (axis === null) {
    const lengths = region.filter((taken) => taken.axis !== null).map(({ count }) => count);
    const own = lengths.map((_, d) => lengths.slice(d + 1).reduce((product, length) => product * length, 1));
    const index = indices.data[indices.offset] as number;
    return {
      answer: { at: indices.offset, perRow: 0, perColumn: 0 },
      along: alongPlane(region, own, 0, slice),
      stride: null,
      winner: positionOf(array, placeOfFlat(region, index)),
      inside,
    };
  }
  // Without keepdims the answer has no dimension for the axis: those behind it move forward.
  const { axis: reduced, keepdims } = reduction;
  const lengths = region.filter((taken) => taken.axis !== null);
  const own = lengths.map((_, d) =>
    d === reduced ? 0 : (indices.strides[keepdims || d < (reduced ?? 0) ? d : d - 1] as number),
  );
  const along = lengths.map((_, d) => (d === reduced ? 1 : 0));
  return {
    answer: alongPlane(region, own, indices.offset, slice),
    along: alongPlane(region, along, 0, slice),
    stride: strides[axis] as number,
    winner: null,
    inside,
  };
}

/** Weights of the region's own dimensions as a plane over the slice: positions of the array before the region count for nothing. */
function alongPlane(region: Region, own: readonly number[], start: number, slice: Slice): Plane {
  const weights = region.map(({ axis }) => (axis === null ? 0 : (own[axis] as number)));
  const before = region.reduce((sum, taken, d) => sum + taken.start * (weights[d] as number), 0);
  return planeOf(weights, start - before, slice);
}

/** The part of a slice that belongs to a region: rows and columns from the first up to, not including, the second number. */
export interface Inside {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  /** False: the region lies in other slices. */
  readonly isInSlice: boolean;
}

function insideOf(region: Region, { fixed, rowAxis, columnAxis }: Slice): Inside {
  const along = (axis: number | null): readonly [number, number] => {
    const taken = axis === null ? undefined : region[axis];
    return taken === undefined ? [0, 1] : [taken.start, taken.start + taken.count];
  };
  const isInSlice = region.every(({ start, count }, d) => {
    const position = fixed[d] ?? 0;
    return d === rowAxis || d === columnAxis || (position >= start && position < start + count);
  });
  return { rows: along(rowAxis), columns: along(columnAxis), isInSlice };
}

export function isInside({ rows, columns, isInSlice }: Inside, row: number, column: number): boolean {
  return isInSlice && row >= rows[0] && row < rows[1] && column >= columns[0] && column < columns[1];
}

/** The place in the array of an element of a region, by its index in the region's C-order ravel. */
export function placeOfFlat(region: Region, flat: number): number[] {
  let rest = flat;
  return region
    .toReversed()
    .map(({ start, count, axis }) => {
      const position = axis === null ? 0 : rest % count;
      if (axis !== null) rest = Math.floor(rest / count);
      return start + position;
    })
    .reverse();
}

/** Which dimensions the rows and columns run along (null: none), and the position along every other; 0 for those two. */
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

/** Where an element lies in the block, in elements. */
function positionOf({ strides, offset }: NdArray, place: readonly number[]): number {
  return place.reduce((sum, position, d) => sum + position * (strides[d] as number), offset);
}
