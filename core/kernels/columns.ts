import { equal, extraOf, flipOf, infinity, isHalf, keyAt, keys, lastKey, less } from "./key";
import { isNumber } from "./nan";
import { settle, settle1, SETTLE_ROWS } from "./settle";

// Lanes side by side in memory: lane c has its elements at start + c * itemsize + r * rowStep, for r in 0 … n - 1.
//
// Rows are read in memory order over a strip of columns. The best key of each column stays in `best` (as an element's width,
// in the second-level cache), its row in `index` (int32). A column whose winner is a NaN has -Infinity there, which nothing beats.

/** Rows that one guard test covers. */
const GUARD_ROWS: usize = 8;
/** Rows, for each column of a vector, that are settled without a guard: on random data most tests would fail there. */
const SETTLED_ROWS: usize = 32;
/** Bytes of a strip from which on only the first rows are: settling reads 32 rows at once, which is slow where they lie far apart. */
const WIDE: usize = 4096;
/** Bytes of best keys in a strip. */
const STRIP: usize = 65536;

// @ts-ignore: decorator
@inline
function holds<T>(ok: v128, p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  const x = keys<T>(p, flip, extra);
  if (isFloat<T>() && !skip) return v128.and(ok, v128.ge<T>(x, best));
  return v128.andnot(ok, less<T>(x, best));
}

/** Eight rows over a strip: a group of two vectors is settled only where a guard test fails. */
// @ts-ignore: decorator
@inline
function guardRows<T>(p: usize, rowStep: usize, r: i32, width: usize, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  const lanes = 16 / sizeof<T>();
  const p2 = p + 2 * rowStep, p4 = p + 4 * rowStep, p6 = p + 6 * rowStep;
  for (let c: usize = 0; c < width; c += 2 * lanes) {
    if (c + 2 * lanes > width) c = width - 2 * lanes;
    const o = c * sizeof<T>();
    const b = v128.load(best + o), d = v128.load(best + o, 16);
    let u = i64x2.splat(-1), v = u;
    u = holds<T>(u, p + o, b, flip, extra, skip); v = holds<T>(v, p + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p + rowStep + o, b, flip, extra, skip); v = holds<T>(v, p + rowStep + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p2 + o, b, flip, extra, skip); v = holds<T>(v, p2 + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p2 + rowStep + o, b, flip, extra, skip); v = holds<T>(v, p2 + rowStep + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p4 + o, b, flip, extra, skip); v = holds<T>(v, p4 + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p4 + rowStep + o, b, flip, extra, skip); v = holds<T>(v, p4 + rowStep + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p6 + o, b, flip, extra, skip); v = holds<T>(v, p6 + o + 16, d, flip, extra, skip);
    u = holds<T>(u, p6 + rowStep + o, b, flip, extra, skip); v = holds<T>(v, p6 + rowStep + o + 16, d, flip, extra, skip);
    u = v128.and(u, v);
    if (!v128.all_true<i8>(u)) {
      settle1<T>(p + o, rowStep, GUARD_ROWS, r, best + o, index + 4 * c, flip, extra, skip);
      settle1<T>(p + o + 16, rowStep, GUARD_ROWS, r, best + o + 16, index + 4 * (c + lanes), flip, extra, skip);
    }
  }
}

/** Rows r … r + count - 1 of a strip at least two vectors wide (or one, with fewer rows than a guard test). */
// @ts-ignore: decorator
@inline
function advance<T>(start: usize, rowStep: usize, n: usize, width: usize, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  const lanes = 16 / sizeof<T>();
  const guarded = width >= 2 * lanes;
  const settled = width * sizeof<T>() < WIDE ? SETTLED_ROWS * lanes : SETTLE_ROWS;
  let r: usize = 0;
  while (r < n) {
    const p = start + r * rowStep;
    if (guarded && r >= settled && r + GUARD_ROWS <= n) {
      guardRows<T>(p, rowStep, <i32>r, width, best, index, flip, extra, skip);
      r += GUARD_ROWS;
    } else {
      const count = min<usize>(n - r, SETTLE_ROWS);
      settle<T>(p, rowStep, count, <i32>r, width, best, index, flip, extra, skip);
      r += count;
    }
  }
}

// @ts-ignore: decorator
@inline
function columns<T>(start: usize, n: usize, width: usize, rowStep: usize, best: usize, out: usize, order: i32, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const strip = STRIP / sizeof<T>();
  for (let c: usize = 0; c < width; c += strip) {
    const w = min<usize>(strip, width - c);
    const index = out + 4 * c;
    const p = start + c * sizeof<T>();
    for (let o: usize = 0; o < w * sizeof<T>(); o += 16) v128.store(best + o, lastKey<T>());
    memory.fill(index, 0, 4 * w);
    advance<T>(p, rowStep, n, w, best, index, flip, extra, skip);
    if (skip) markAllNaN<T>(p, rowStep, n, w, best, index);
  }
}

/** A column whose best key is infinity holds nothing but infinities and NaN: 0 where there is an infinity, else -1. */
function markAllNaN<T>(start: usize, rowStep: usize, n: usize, width: usize, best: usize, index: usize): void {
  for (let c: usize = 0; c < width; c++) {
    if (isHalf<T>() ? load<i16>(best + 2 * c) != 0x7c00 : load<T>(best + c * sizeof<T>()) != <T>Infinity) continue;
    let r: usize = 0;
    while (r < n && !isNumber<T>(start + r * rowStep + c * sizeof<T>())) r++;
    store<i32>(index + 4 * c, r < n ? 0 : -1);
  }
}

/** Bytes of a row below which several are taken as one. */
const NARROW: usize = 512;
/** Wide rows from which on that pays: each part of one is a column that starts anew. */
const FOLDED_ROWS: usize = 256;

/** How many rows of so many bytes are taken as one. */
// @ts-ignore: decorator
@inline
function foldOf(bytes: usize): usize {
  return (NARROW + bytes - 1) / bytes * 4;
}

/**
 * Narrow rows without a gap: `fold` rows are read as one wide row, and the winners of its parts compared at the end.
 * `best` needs room for a strip, and as many int32 behind it.
 */
function folded<T>(start: usize, n: usize, width: usize, best: usize, out: usize, order: i32, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const itemsize = sizeof<T>();
  const rowStep = width * itemsize;
  const fold = foldOf(rowStep);
  const rows = n / fold;
  const index = best + STRIP;
  columns<T>(start, rows, fold * width, fold * rowStep, best, index, order, skip);
  for (let c: usize = 0; c < width; c++) {
    let winner: i32 = -1;
    for (let j: usize = 0; j < fold; j++) {
      const r = load<i32>(index + 4 * (j * width + c));
      if (r < 0) continue;
      winner = better<T>(start + c * itemsize, rowStep, winner, r * <i32>fold + <i32>j, flip, extra, skip);
    }
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
function better<T>(column: usize, rowStep: usize, a: i32, b: i32, flip: v128, extra: v128, skip: bool): i32 {
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

/**
 * Winners of `width` lanes side by side, for each of `outer` groups. Rows of fewer bytes than a vector must not come here.
 */
// @ts-ignore: decorator
@inline
export function columnGroups<T>(order: i32, start: usize, n: usize, rowStep: isize, width: usize, outer: usize, outerStep: isize, best: usize, out: usize, skip: bool): void {
  const bytes = width * sizeof<T>();
  const narrow = bytes < NARROW && rowStep == <isize>bytes && n >= FOLDED_ROWS * foldOf(bytes);
  for (let g: usize = 0; g < outer; g++) {
    const p = start + g * outerStep;
    if (narrow) folded<T>(p, n, width, best, out + 4 * g * width, order, skip);
    else columns<T>(p, n, width, rowStep, best, out + 4 * g * width, order, skip);
  }
}
