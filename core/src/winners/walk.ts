import { positionOfFlat } from "../array/item.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Stop } from "../contract/winners.ts";
import { Watch } from "../reduce/watch.ts";
import { Equals } from "./equals.ts";
import { lanePlan } from "./lane-places.ts";
import { eachRun } from "./lane-runs.ts";
import { PlaceKeys } from "./place-keys.ts";
import type { ShownOrder } from "./shown-order.ts";

export interface WalkSource {
  readonly array: NdArray;
  readonly axis: number | null;
  readonly indices: NdArray;
  /** False where it is known that the whole array's winner has no tie: there is nothing to look for then. */
  readonly mayTie: boolean;
}

/**
 * The next winner behind a cell in the order of the grid, slice after slice, or the one before it; from the last one the walk
 * goes on at the first. With axis None the ties are stops too.
 *
 * It looks at all of them once, and keeps none: there may be as many as elements.
 *
 * @param from  full index of the cell in the array that the grid shows, which may be larger than the operand; `null`: before the
 *   first cell of the slice.
 * @returns null where the grid shows none.
 * @throws {CancelledError} `control` said so.
 */
export function walkFrom(
  source: WalkSource,
  shown: ShownOrder,
  from: readonly number[] | null,
  direction: 1 | -1,
  control?: Int32Array,
): Stop | null {
  const { array, axis } = source;
  if (array.size === 0) return null;
  const keys = new PlaceKeys(array.shape, shown);
  const stops = new Stops(keys.ofCell(from));
  if (axis === null || array.ndim === 0) seeWhole(source, keys, stops, control);
  else seeWinners(source, axis < 0 ? axis + array.ndim : axis, keys, stops, control);
  return stops.towards(direction, keys, source);
}

/** What is to be known of all stops to name the one before a cell and the one behind it. */
class Stops {
  readonly #from: number;
  #count = 0;
  #before = 0;
  #isOn = false;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #next = Number.POSITIVE_INFINITY;
  #previous = Number.NEGATIVE_INFINITY;

  constructor(from: number) {
    this.#from = from;
  }

  add(key: number): void {
    this.#count++;
    if (key < this.#first) this.#first = key;
    if (key > this.#last) this.#last = key;
    if (key < this.#from) {
      this.#before++;
      if (key > this.#previous) this.#previous = key;
    } else if (key > this.#from) {
      if (key < this.#next) this.#next = key;
    } else {
      this.#isOn = true;
    }
  }

  towards(direction: 1 | -1, keys: PlaceKeys, { axis, indices }: WalkSource): Stop | null {
    if (this.#count === 0) return null;
    const near = direction === 1 ? this.#next : this.#previous;
    const wrapped = !Number.isFinite(near);
    const key = wrapped ? (direction === 1 ? this.#first : this.#last) : near;
    const number = wrapped
      ? direction === 1
        ? 1
        : this.#count
      : direction === 1
        ? this.#before + (this.#isOn ? 1 : 0) + 1
        : this.#before;
    const index = keys.indexOf(key);
    const isTie = axis === null && key !== keys.ofFlat(indices.data[indices.offset] as number);
    return { index, kind: isTie ? "tie" : "first", number, count: this.#count, wrapped };
  }
}

function seeWinners(
  { array, indices }: WalkSource,
  axis: number,
  keys: PlaceKeys,
  stops: Stops,
  control: Int32Array | undefined,
): void {
  const { shape } = array;
  const { data, offset, size } = indices;
  const cell = shape.map(() => 0);
  const watch = new Watch(control, size);
  for (let lane = 0; lane < size; lane++) {
    watch.count(1);
    cell[axis] = data[offset + lane] as number;
    const key = keys.of(cell);
    if (key !== null) stops.add(key);
    for (let k = shape.length - 1; k >= 0; k--) {
      if (k === axis) continue;
      const next = (cell[k] as number) + 1;
      cell[k] = next < (shape[k] as number) ? next : 0;
      if (cell[k] !== 0) break;
    }
  }
}

function seeWhole(
  { array, indices, mayTie }: WalkSource,
  keys: PlaceKeys,
  stops: Stops,
  control: Int32Array | undefined,
): void {
  if (!mayTie) {
    const key = keys.ofFlat(indices.data[indices.offset] as number);
    if (key !== null) stops.add(key);
    return;
  }
  const plan = lanePlan(array, null);
  const equals = new Equals(array);
  const winner = positionOfFlat(array, indices.data[indices.offset] as number);
  const watch = new Watch(control, array.size);
  eachRun(plan.lane, (shift, stride, count, before) => {
    equals.each(winner, plan.offset + shift, stride, count, (k) => {
      const key = keys.ofFlat(before + k);
      if (key !== null) stops.add(key);
    });
    watch.count(count);
  });
}
