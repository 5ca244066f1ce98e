import { foundEquals, foundInColumns } from "./equals";
import { tallied } from "./tally";
import { talliedColumns } from "./tally-columns";

// Element kinds, as core/kernels/reductions.ts numbers them, and 7: int64 whose smallest value is NaT. Steps are in bytes.

/** Ties and NaNs of some lanes, added to what `out` has: see tally.ts. */
export function tallyLanes(kind: i32, start: usize, n: usize, step: isize, count: usize, laneStep: isize, winners: usize, out: usize): void {
  switch (kind) {
    case 0: return tallied<f64>(start, n, step, count, laneStep, winners, out, true);
    case 1: return tallied<f32>(start, n, step, count, laneStep, winners, out, true);
    case 2: return tallied<u16>(start, n, step, count, laneStep, winners, out, true);
    case 3: return tallied<i64>(start, n, step, count, laneStep, winners, out, false);
    case 4: return tallied<i32>(start, n, step, count, laneStep, winners, out, false);
    case 5: return tallied<i16>(start, n, step, count, laneStep, winners, out, false);
    case 6: return tallied<i8>(start, n, step, count, laneStep, winners, out, false);
    case 7: return tallied<i64>(start, n, step, count, laneStep, winners, out, true);
  }
}

/** The same of lanes side by side: see tally-columns.ts. */
export function tallyColumns(kind: i32, start: usize, n: usize, rowStep: isize, count: usize, winners: usize, scratch: usize, out: usize): void {
  switch (kind) {
    case 0: return talliedColumns<f64>(start, n, rowStep, count, winners, scratch, out, true);
    case 1: return talliedColumns<f32>(start, n, rowStep, count, winners, scratch, out, true);
    case 2: return talliedColumns<u16>(start, n, rowStep, count, winners, scratch, out, true);
    case 3: return talliedColumns<i64>(start, n, rowStep, count, winners, scratch, out, false);
    case 4: return talliedColumns<i32>(start, n, rowStep, count, winners, scratch, out, false);
    case 5: return talliedColumns<i16>(start, n, rowStep, count, winners, scratch, out, false);
    case 6: return talliedColumns<i8>(start, n, rowStep, count, winners, scratch, out, false);
    case 7: return talliedColumns<i64>(start, n, rowStep, count, winners, scratch, out, true);
  }
}

/** Lists the elements that equal another, and returns how many they are: see equals.ts. */
export function findEquals(kind: i32, start: usize, n: usize, step: isize, wanted: usize, out: usize): usize {
  switch (kind) {
    case 0: return foundEquals<f64>(start, n, step, wanted, out);
    case 1: return foundEquals<f32>(start, n, step, wanted, out);
    case 2: return foundEquals<u16>(start, n, step, wanted, out);
    case 3: case 7: return foundEquals<i64>(start, n, step, wanted, out);
    case 4: return foundEquals<i32>(start, n, step, wanted, out);
    case 5: return foundEquals<i16>(start, n, step, wanted, out);
    case 6: return foundEquals<i8>(start, n, step, wanted, out);
  }
  return 0;
}

/** The same for rows whose columns have each a wanted element of their own. */
export function findInColumns(kind: i32, start: usize, n: usize, rowStep: isize, width: usize, wanted: usize, out: usize): usize {
  switch (kind) {
    case 0: return foundInColumns<f64>(start, n, rowStep, width, wanted, out);
    case 1: return foundInColumns<f32>(start, n, rowStep, width, wanted, out);
    case 2: return foundInColumns<u16>(start, n, rowStep, width, wanted, out);
    case 3: case 7: return foundInColumns<i64>(start, n, rowStep, width, wanted, out);
    case 4: return foundInColumns<i32>(start, n, rowStep, width, wanted, out);
    case 5: return foundInColumns<i16>(start, n, rowStep, width, wanted, out);
    case 6: return foundInColumns<i8>(start, n, rowStep, width, wanted, out);
  }
  return 0;
}
