import { columnGroups } from "./columns";
import { SKIP } from "./key";
import { laneGroups } from "./lane";
import { ravelled } from "./ravel";
import { stridedGroups } from "./strided";

export { readAll } from "./read";

// Element kinds, as src/reduce/kernel-order.ts numbers them: 0 float64, 1 float32, 2 float16, 3 int64, 4 int32, 5 int16, 6 int8.
// All steps are in bytes and may be negative or 0. Results are int32, lane after lane, group after group.

/** Lanes whose elements are neighbours. 16 bytes must be readable from the start of each lane. `scratch` has 256 bytes. */
export function lanes(kind: i32, order: i32, start: usize, n: usize, count: usize, step: isize, outer: usize, outerStep: isize, scratch: usize, out: usize): void {
  switch (kind | (order & SKIP)) {
    case 0: return laneGroups<f64>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 1: return laneGroups<f32>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 2: return laneGroups<u16>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 3: return laneGroups<i64>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 4: return laneGroups<i32>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 5: return laneGroups<i16>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 6: return laneGroups<i8>(order, start, n, count, step, outer, outerStep, scratch, out, false);
    case 8: return laneGroups<f64>(order, start, n, count, step, outer, outerStep, scratch, out, true);
    case 9: return laneGroups<f32>(order, start, n, count, step, outer, outerStep, scratch, out, true);
    case 10: return laneGroups<u16>(order, start, n, count, step, outer, outerStep, scratch, out, true);
  }
}

/** Lanes side by side: `width` of them, at least 16 bytes, with rows `rowStep` bytes apart. `scratch` has 128 KiB. */
export function columns(kind: i32, order: i32, start: usize, n: usize, rowStep: isize, width: usize, outer: usize, outerStep: isize, scratch: usize, out: usize): void {
  switch (kind | (order & SKIP)) {
    case 0: return columnGroups<f64>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 1: return columnGroups<f32>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 2: return columnGroups<u16>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 3: return columnGroups<i64>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 4: return columnGroups<i32>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 5: return columnGroups<i16>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 6: return columnGroups<i8>(order, start, n, rowStep, width, outer, outerStep, scratch, out, false);
    case 8: return columnGroups<f64>(order, start, n, rowStep, width, outer, outerStep, scratch, out, true);
    case 9: return columnGroups<f32>(order, start, n, rowStep, width, outer, outerStep, scratch, out, true);
    case 10: return columnGroups<u16>(order, start, n, rowStep, width, outer, outerStep, scratch, out, true);
  }
}

/** Lanes with any steps. */
export function strided(kind: i32, order: i32, start: usize, n: usize, step: isize, count: usize, countStep: isize, outer: usize, outerStep: isize, out: usize): void {
  switch (kind | (order & SKIP)) {
    case 0: return stridedGroups<f64>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 1: return stridedGroups<f32>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 2: return stridedGroups<u16>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 3: return stridedGroups<i64>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 4: return stridedGroups<i32>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 5: return stridedGroups<i16>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 6: return stridedGroups<i8>(order, start, n, step, count, countStep, outer, outerStep, out, false);
    case 8: return stridedGroups<f64>(order, start, n, step, count, countStep, outer, outerStep, out, true);
    case 9: return stridedGroups<f32>(order, start, n, step, count, countStep, outer, outerStep, out, true);
    case 10: return stridedGroups<u16>(order, start, n, step, count, countStep, outer, outerStep, out, true);
  }
}

/** The winner of a piece of an array that fills memory in another order than C order; `table`: see ravel.ts. At least 512 bytes. */
export function ravel(kind: i32, order: i32, start: usize, n: usize, first: u32, table: usize, dimensions: usize): i32 {
  switch (kind | (order & SKIP)) {
    case 0: return ravelled<f64>(order, start, n, first, table, dimensions, false);
    case 1: return ravelled<f32>(order, start, n, first, table, dimensions, false);
    case 2: return ravelled<u16>(order, start, n, first, table, dimensions, false);
    case 3: return ravelled<i64>(order, start, n, first, table, dimensions, false);
    case 4: return ravelled<i32>(order, start, n, first, table, dimensions, false);
    case 5: return ravelled<i16>(order, start, n, first, table, dimensions, false);
    case 6: return ravelled<i8>(order, start, n, first, table, dimensions, false);
    case 8: return ravelled<f64>(order, start, n, first, table, dimensions, true);
    case 9: return ravelled<f32>(order, start, n, first, table, dimensions, true);
    case 10: return ravelled<u16>(order, start, n, first, table, dimensions, true);
  }
  return -1;
}
