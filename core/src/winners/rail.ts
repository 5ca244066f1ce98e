import { positionOfFlat } from "../array/item.ts";
import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import { joined } from "../array/walk.ts";
import type { Rails } from "../contract/winners.ts";
import { Watch } from "../reduce/watch.ts";
import { Equals } from "./equals.ts";
import { flatIndex } from "./flat-index.ts";
import { eachRun, type LaneRow } from "./lane-runs.ts";
import { Marks } from "./rail-marks.ts";
import type { ShownOrder } from "./shown-order.ts";

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
  const equals = new Equals(array);
  const wanted = positionOfFlat(array, flat);
  const { at, perRow, perColumn } = planeOf(array.strides, array.offset, shown);
  const { rows, columns } = shown;
  const watch = new Watch(control, rows.count * columns.count);
  eachRun(
    joined([
      { length: rows.count, stride: perRow },
      { length: columns.count, stride: perColumn },
    ]),
    (shift, stride, count, before) => {
      equals.each(wanted, at + shift, stride, count, (k) => {
        const row = Math.floor((before + k) / columns.count);
        const column = (before + k) % columns.count;
        if (!isHere || row !== winner.row || column !== winner.column) marks.add(row, column, false);
      });
      watch.count(count);
    },
  );
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
  const { at, perRow, perColumn } = planeOf(array.strides, array.offset, shown);
  const eachTie = (row: LaneRow, perLane: number, see: (lane: number, k: number) => void): void => {
    const numberOf = (lane: number): number => lanes.at + lane * perLane;
    const isTied = (lane: number): boolean => ties[numberOf(lane)] !== 0;
    const watch = new Watch(control, rows.count * columns.count);
    new Equals(array).eachTie(row, (lane) => winner(numberOf(lane)), isTied, watch, see);
  };
  if (axis === rows.axis) {
    const row = { start: at, lanes: columns.count, laneStep: perColumn, length: rows.count, step: perRow };
    eachTie(row, lanes.perColumn, (lane, k) => marks.add(k, lane, false));
  } else if (axis === columns.axis) {
    const row = { start: at, lanes: rows.count, laneStep: perRow, length: columns.count, step: perColumn };
    eachTie(row, lanes.perRow, (lane, k) => marks.add(lane, k, false));
  } else {
    const { same } = likenessOf(array);
    const stride = array.strides[axis] as number;
    eachCell(shown, control, (row, column) => {
      const lane = inPlane(lanes, row, column);
      if (ties[lane] === 0) return;
      const distance = winner(lane) - inPlane(along, row, column);
      const here = at + row * perRow + column * perColumn;
      if (distance !== 0 && same(here, here + distance * stride)) marks.add(row, column, false);
    });
  }
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
