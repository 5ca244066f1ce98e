import { positionOfFlat } from "../array/item.ts";
import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Rail, Rails } from "../contract/winners.ts";
import { Watch } from "../reduce/watch.ts";
import { flatIndex } from "./flat-index.ts";
import type { ShownOrder, Side } from "./shown-order.ts";

/** An answer, with what is known of its ties; null where ties are not to be looked for. */
export interface RailSource {
  readonly array: NdArray;
  readonly axis: number | null;
  readonly indices: NdArray;
  /** Of each lane, in the answer's order. */
  readonly ties: ArrayLike<number> | null;
}

/**
 * Where along the two sides of the grid the winners of a slice are, and its ties.
 *
 * @param buckets  at most so many on each side.
 * @throws {CancelledError} `control` said so.
 */
export function railsOf(source: RailSource, shown: ShownOrder, buckets: number, control?: Int32Array): Rails {
  const marks = new Marks(shown, buckets);
  if (source.array.size > 0 && (source.axis === null || shown.meetsOperand)) {
    if (source.axis === null) markWhole(source, source.ties, shown, marks, control);
    else markLanes(source, source.axis, shown, marks, control);
  }
  return marks.rails();
}

/** Collects the marks of both sides. */
class Marks {
  readonly #shown: ShownOrder;
  readonly #down: SideMarks;
  readonly #across: SideMarks;

  constructor(shown: ShownOrder, buckets: number) {
    this.#shown = shown;
    this.#down = new SideMarks(shown.rows, buckets);
    this.#across = new SideMarks(shown.columns, buckets);
  }

  /** @param row  of the operand, as the column. */
  add(row: number, column: number, isWinner: boolean): void {
    const down = this.#shown.rows.placeOf(row);
    const across = this.#shown.columns.placeOf(column);
    if (down < 0 || across < 0) return;
    const place = { row: this.#shown.rows.inArray(row), column: this.#shown.columns.inArray(column) };
    this.#down.add(down, place, isWinner);
    this.#across.add(across, place, isWinner);
  }

  rails(): Rails {
    return { down: this.#down.rail, across: this.#across.rail };
  }
}

class SideMarks {
  readonly rail: Rail;
  readonly #places: Float64Array;

  constructor({ length }: Side, most: number) {
    const buckets = Math.min(length, most);
    this.rail = {
      length,
      winners: new Uint32Array(buckets),
      ties: new Uint32Array(buckets),
      rows: new Float64Array(buckets).fill(-1),
      columns: new Float64Array(buckets).fill(-1),
    };
    this.#places = new Float64Array(buckets);
  }

  add(place: number, { row, column }: { row: number; column: number }, isWinner: boolean): void {
    const { length, winners, ties, rows, columns } = this.rail;
    const bucket = Math.floor((place * winners.length) / length);
    const held = winners[bucket] as number;
    // The first in the grid's order, winners before ties.
    const isFirst = isWinner ? held === 0 : held === 0 && ties[bucket] === 0;
    if (isFirst || ((isWinner || held === 0) && place < (this.#places[bucket] as number))) {
      this.#places[bucket] = place;
      rows[bucket] = row;
      columns[bucket] = column;
    }
    const counts = isWinner ? winners : ties;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
}

/** The whole array is one lane: one winner, and ties anywhere. */
function markWhole(
  { array, indices }: RailSource,
  ties: ArrayLike<number> | null,
  shown: ShownOrder,
  marks: Marks,
  control: Int32Array | undefined,
): void {
  const flat = indices.data[indices.offset] as number;
  const index = flatIndex(flat, array.shape);
  const winner = { row: shown.rows.of(index), column: shown.columns.of(index) };
  const isHere = shown.isInSlice(index);
  if (isHere) marks.add(winner.row, winner.column, true);
  if (ties === null || ties[0] === 0 || !shown.meetsOperand) return;
  const { same } = likenessOf(array);
  const position = positionOfFlat(array, flat);
  const cells = planeOf(array.strides, array.offset, shown);
  eachCell(shown, control, (row, column) => {
    if (isHere && row === winner.row && column === winner.column) return;
    if (same(inPlane(cells, row, column), position)) marks.add(row, column, false);
  });
}

function markLanes(source: RailSource, axis: number, shown: ShownOrder, marks: Marks, control: Int32Array | undefined): void {
  const { array, indices, ties } = source;
  const { rows, columns } = shown;
  const { data } = indices;
  const along = planeOf(
    array.shape.map((_, d) => (d === axis ? 1 : 0)),
    0,
    shown,
  );
  const lanes = planeOf(laneWeights(array.shape, axis), 0, shown);
  const winner = (lane: number): number => data[indices.offset + lane] as number;
  if (axis === rows.axis) {
    const watch = new Watch(control, columns.count);
    for (let column = 0; column < columns.count; column++) {
      marks.add(winner(inPlane(lanes, 0, column)), column, true);
      watch.count(1);
    }
  } else if (axis === columns.axis) {
    const watch = new Watch(control, rows.count);
    for (let row = 0; row < rows.count; row++) {
      marks.add(row, winner(inPlane(lanes, row, 0)), true);
      watch.count(1);
    }
  } else {
    eachCell(shown, control, (row, column) => {
      if (winner(inPlane(lanes, row, column)) === along.at) marks.add(row, column, true);
    });
  }
  if (ties === null) return;
  const { same } = likenessOf(array);
  const cells = planeOf(array.strides, array.offset, shown);
  const stride = array.strides[axis] as number;
  eachCell(shown, control, (row, column) => {
    const lane = inPlane(lanes, row, column);
    if (ties[lane] === 0) return;
    const distance = winner(lane) - inPlane(along, row, column);
    const here = inPlane(cells, row, column);
    if (distance !== 0 && same(here, here + distance * stride)) marks.add(row, column, false);
  });
}

/** What one step along each dimension adds to a lane's number in the answer. */
function laneWeights(shape: readonly number[], axis: number): number[] {
  const weights = shape.map(() => 0);
  let weight = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    if (d === axis) continue;
    weights[d] = weight;
    weight *= shape[d] as number;
  }
  return weights;
}

/** A number that depends on a cell of the slice. */
interface Plane {
  readonly at: number;
  readonly perRow: number;
  readonly perColumn: number;
}

function planeOf(weights: readonly number[], start: number, { rows, columns, others }: ShownOrder): Plane {
  const weight = (axis: number | null): number => (axis === null ? 0 : (weights[axis] as number));
  return {
    at: others.reduce((sum, other) => sum + (other.fixed - other.start) * weight(other.axis), start),
    perRow: weight(rows.axis),
    perColumn: weight(columns.axis),
  };
}

function inPlane({ at, perRow, perColumn }: Plane, row: number, column: number): number {
  return at + row * perRow + column * perColumn;
}

function eachCell(
  { rows, columns }: ShownOrder,
  control: Int32Array | undefined,
  see: (row: number, column: number) => void,
): void {
  const watch = new Watch(control, rows.count * columns.count);
  for (let row = 0; row < rows.count; row++) {
    for (let column = 0; column < columns.count; column++) see(row, column);
    watch.count(columns.count);
  }
}
