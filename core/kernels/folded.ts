import { equal, extraOf, flipOf, infinity, isHalf, keyAt, less } from "./key";
import { isNumber } from "./nan";
import { STRIP, strips } from "./strips";

/** Bytes of a row below which several are taken as one. */
export const NARROW: usize = 512;
/** Wide rows from which on that pays: each part of one is a column that starts anew. */
export const FOLDED_ROWS: usize = 256;

/** How many rows of so many bytes are taken as one. */
// @ts-ignore: decorator
@inline
export function foldOf(bytes: usize): usize {
  return (NARROW + bytes - 1) / bytes * 4;
}

/**
 * The row of the best of a column's parts, -1 where none has one: by the keys that were kept, so that no row is fetched again.
 * In the parts rows count `fold`-fold.
 */
// @ts-ignore: decorator
@inline
function bestPart<K>(best: usize, index: usize, width: usize, fold: usize): i32 {
  let winner: i32 = -1;
  let least: K = 0;
  for (let j: usize = 0; j < fold; j++) {
    const r = load<i32>(index + 4 * j * width);
    if (r < 0) continue;
    const key = load<K>(best + j * width * sizeof<K>());
    const row = r * <i32>fold + <i32>j;
    if (winner < 0 || key < least || (key == least && row < winner)) {
      winner = row;
      least = key;
    }
  }
  return winner;
}

/** The first NaN among the winners of a column's parts, whose key is -Infinity; without one, `winner`. */
function firstNaNPart<T>(column: usize, rowStep: usize, best: usize, index: usize, width: usize, fold: usize, winner: i32): i32 {
  let first: i32 = -1;
  for (let j: usize = 0; j < fold; j++) {
    if (load<T>(best + j * width * sizeof<T>()) != <T>(-Infinity)) continue;
    const row = load<i32>(index + 4 * j * width) * <i32>fold + <i32>j;
    if (!isNumber<T>(column + <usize>row * rowStep) && (first < 0 || row < first)) first = row;
  }
  return first < 0 ? winner : first;
}

/**
 * Narrow rows without a gap: `fold` rows are read as one wide row, and the winners of its parts compared at the end.
 * `best` needs room for a strip, and as many int32 behind it.
 */
export function folded<T>(start: usize, n: usize, width: usize, best: usize, out: usize, order: i32, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const itemsize = sizeof<T>();
  const rowStep = width * itemsize;
  const fold = foldOf(rowStep);
  const rows = n / fold;
  const index = best + STRIP;
  strips<T>(start, rows, fold * width, fold * rowStep, best, index, order, skip);
  for (let c: usize = 0; c < width; c++) {
    let winner = isHalf<T>()
      ? bestPart<i16>(best + c * sizeof<i16>(), index + 4 * c, width, fold)
      : bestPart<T>(best + c * itemsize, index + 4 * c, width, fold);
    if (isFloat<T>() && !skip) winner = firstNaNPart<T>(start + c * itemsize, rowStep, best + c * itemsize, index + 4 * c, width, fold, winner);
    for (let r = rows * fold; r < n; r++) {
      if (skip && !isNumber<T>(start + r * rowStep + c * itemsize)) continue;
      winner = better<T>(start + c * itemsize, rowStep, winner, <i32>r, flip, extra, skip);
    }
    if (skip && winner >= 0) {
      const key = numberKey<T>(start + c * itemsize + <usize>winner * rowStep, flip, extra);
      if (v128.all_true<i64>(equal<T>(key, infinity<T>()))) winner = 0;
    }
    store<i32>(out + 4 * c, winner);
  }
}

/** The key of an element, where a NaN counts as an infinity: a part's winner that is a NaN stands for one. */
// @ts-ignore: decorator
@inline
function numberKey<T>(at: usize, flip: v128, extra: v128): v128 {
  return isNumber<T>(at) ? keyAt<T>(at, flip, extra) : infinity<T>();
}

/** The better of two rows of a column, of which either may come first. -1 is no row. */
export function better<T>(column: usize, rowStep: usize, a: i32, b: i32, flip: v128, extra: v128, skip: bool): i32 {
  if (a < 0) return b;
  const x = column + <usize>a * rowStep;
  const y = column + <usize>b * rowStep;
  if (!skip && !isNumber<T>(y)) return isNumber<T>(x) || b < a ? b : a;
  if (!skip && !isNumber<T>(x)) return a;
  const p = skip ? numberKey<T>(x, flip, extra) : keyAt<T>(x, flip, extra);
  const q = skip ? numberKey<T>(y, flip, extra) : keyAt<T>(y, flip, extra);
  if (v128.any_true(less<T>(q, p))) return b;
  if (v128.any_true(less<T>(p, q))) return a;
  return min(a, b);
}
