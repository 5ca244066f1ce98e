import { free } from "../array/empty.ts";
import { type IndexArray, makeIndexArray } from "../array/index-array.ts";
import type { Ordering } from "../contract/ordering.ts";
import type { Control } from "../contract/worker.ts";
import { CapacityError } from "../errors.ts";
import { Watch } from "../reduce/watch.ts";
import type { Plane } from "../select/plane.ts";
import { rowTest } from "./row-test.ts";
import { sortRows } from "./sort-rows.ts";

/** The rows of an ordering, and for each row of the array its place among them, -1 where it is filtered out. */
export interface RowOrder {
  readonly rows: IndexArray;
  readonly places: IndexArray;
}

/** Reads and writes a row about so often for one key, and once for one filter. */
const PASSES_A_KEY = 8;
const LOOK = 8192;

/**
 * The rows that pass every filter, sorted.
 *
 * @param plane  whose rows; its own row order does not matter.
 * @returns to be freed; null where all rows stay in the array's order.
 * @throws {ValueError} a filter asks for a number that is none.
 * @throws {CancelledError} someone wrote the cancel word.
 * @throws {CapacityError} the memory cannot be had.
 */
export function orderRows(plane: Plane, { sort, filters }: Ordering, control?: Control): RowOrder | null {
  if (sort.length === 0 && filters.length === 0) return null;
  const count = plane.cells.shape[0] as number;
  const watch = new Watch(control, count * (filters.length + PASSES_A_KEY * sort.length));
  const tests = filters.map((filter) => rowTest(plane, filter));
  const held: IndexArray[] = [];
  try {
    const all = makeIndexArray([count], count);
    held.push(all);
    const kept = all.data.subarray(0, keepRows(all.data, count, tests, watch));
    // Of more rows than an Int32Array counts the room above could not be had.
    sortRows(plane, kept as Int32Array, sort, watch);
    const rows = makeIndexArray([kept.length], count);
    held.push(rows);
    rows.data.set(kept);
    // The room of all rows becomes that of the places.
    all.data.fill(-1);
    for (let place = 0; place < rows.data.length; place++) all.data[rows.data[place] as number] = place;
    watch.finish();
    return { rows, places: all };
  } catch (error) {
    for (const each of held) free(each);
    // Keys lie on the heap while they are sorted.
    if (error instanceof RangeError)
      throw new CapacityError(`There is too little memory to sort ${count} rows.`, 28 * count, 0);
    throw error;
  }
}

/** Writes the rows that pass every test. @returns how many. */
function keepRows(
  rows: Int32Array | Float64Array,
  count: number,
  tests: readonly ((row: number) => boolean)[],
  watch: Watch,
): number {
  let kept = 0;
  for (let row = 0; row < count; row++) {
    if (row % LOOK === LOOK - 1) watch.count(LOOK * tests.length);
    if (tests.every((test) => test(row))) rows[kept++] = row;
  }
  return kept;
}
