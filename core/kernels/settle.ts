import { equal, holdsKey, keys, lastKey, less, smaller, wanted } from "./key";
import { isNumber } from "./nan";

/** Rows that are settled in one go. At most 127: they are counted in int8. */
export const SETTLE_ROWS: usize = 32;

/** Adds the index of each lane's first row to the strip's, where `won`. */
// @ts-ignore: decorator
@inline
function storeRows<T>(index: usize, row: i32, count: v128, won: v128): void {
  if (sizeof<T>() == 8) {
    // Two lanes: the caller's neighbour vector fills the other half.
    const rows = i32x4.add(i32x4.splat(row), i8x16.shuffle(count, count, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11));
    const mask = i8x16.shuffle(won, won, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11);
    const old = v128.load64_zero(index);
    v128.store64_lane(index, v128.bitselect(rows, old, mask), 0);
  } else if (sizeof<T>() == 4) {
    v128.store(index, v128.bitselect(i32x4.add(i32x4.splat(row), count), v128.load(index), won));
  } else if (sizeof<T>() == 2) {
    const base = i32x4.splat(row);
    v128.store(index, v128.bitselect(i32x4.add(base, i32x4.extend_low_i16x8_s(count)), v128.load(index), i32x4.extend_low_i16x8_s(won)));
    v128.store(index, v128.bitselect(i32x4.add(base, i32x4.extend_high_i16x8_s(count)), v128.load(index, 16), i32x4.extend_high_i16x8_s(won)), 16);
  } else {
    storeRows<i16>(index, row, i16x8.extend_low_i8x16_s(count), i16x8.extend_low_i8x16_s(won));
    storeRows<i16>(index + 32, row, i16x8.extend_high_i8x16_s(count), i16x8.extend_high_i8x16_s(won));
  }
}

// @ts-ignore: decorator
@inline
function plus<T>(a: v128, b: v128): v128 {
  if (sizeof<T>() == 8) return i64x2.add(a, b);
  if (sizeof<T>() == 4) return i32x4.add(a, b);
  if (sizeof<T>() == 2) return i16x8.add(a, b);
  return i8x16.add(a, b);
}

// @ts-ignore: decorator
@inline
function splatInt<T>(x: i32): v128 {
  if (sizeof<T>() == 8) return i64x2.splat(x);
  if (sizeof<T>() == 4) return i32x4.splat(x);
  if (sizeof<T>() == 2) return i16x8.splat(<i16>x);
  return i8x16.splat(<i8>x);
}

/** One column with a NaN in it, from row `r` on: the first NaN wins and ends the column. */
// @ts-ignore: decorator
@inline
function settleNaN<T>(p: usize, rowStep: usize, count: usize, r: i32, best: usize, index: usize): void {
  const winner = p - <usize>(r - load<i32>(index)) * rowStep;
  if (load<T>(best) == <T>(-Infinity) && !isNumber<T>(winner)) return;
  for (let k: usize = 0; k < count; k++) {
    if (!isNumber<T>(p + k * rowStep)) {
      store<T>(best, <T>(-Infinity));
      store<i32>(index, r + <i32>k);
      return;
    }
  }
}

/** Brings one vector of columns up to date with rows r … r + count - 1, after their smallest keys are known. */
// @ts-ignore: decorator
@inline
function settleVector<T>(least: v128, rowsFrom: v128, r: i32, count: i32, best: usize, index: usize): void {
  const old = v128.load(best);
  const won = less<T>(least, old);
  v128.store(best, v128.bitselect(least, old, won));
  // Every row from the winner on took one off.
  storeRows<T>(index, r, plus<T>(splatInt<T>(count), rowsFrom), won);
}

/** Four vectors of columns, rows r … r + count - 1: smallest keys first, then the row where each stands. No branch on data. */
function settle4<T>(p: usize, rowStep: usize, count: usize, r: i32, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  let a = lastKey<T>(), b = a, c = a, d = a;
  let sa = i64x2.splat(0), sb = sa, sc = sa, sd = sa;
  let q = p;
  for (let k: usize = 0; k < count; k++, q += rowStep) {
    const x = keys<T>(q, flip, extra), y = keys<T>(q + 16, flip, extra), z = keys<T>(q + 32, flip, extra), w = keys<T>(q + 48, flip, extra);
    a = smaller<T>(a, x); b = smaller<T>(b, y); c = smaller<T>(c, z); d = smaller<T>(d, w);
    if (isFloat<T>() && !skip) { sa = v128.add<T>(sa, x); sb = v128.add<T>(sb, y); sc = v128.add<T>(sc, z); sd = v128.add<T>(sd, w); }
  }
  const wa = wanted<T>(a, flip, extra), wb = wanted<T>(b, flip, extra), wc = wanted<T>(c, flip, extra), wd = wanted<T>(d, flip, extra);
  let fa = i64x2.splat(0), fb = fa, fc = fa, fd = fa, na = fa, nb = fa, nc = fa, nd = fa;
  q = p;
  for (let k: usize = 0; k < count; k++, q += rowStep) {
    fa = v128.or(fa, holdsKey<T>(q, wa, flip, extra));
    fb = v128.or(fb, holdsKey<T>(q + 16, wb, flip, extra));
    fc = v128.or(fc, holdsKey<T>(q + 32, wc, flip, extra));
    fd = v128.or(fd, holdsKey<T>(q + 48, wd, flip, extra));
    na = plus<T>(na, fa); nb = plus<T>(nb, fb); nc = plus<T>(nc, fc); nd = plus<T>(nd, fd);
  }
  const lanes = 16 / sizeof<T>();
  settleVector<T>(a, na, r, <i32>count, best, index);
  settleVector<T>(b, nb, r, <i32>count, best + 16, index + 4 * lanes);
  settleVector<T>(c, nc, r, <i32>count, best + 32, index + 8 * lanes);
  settleVector<T>(d, nd, r, <i32>count, best + 48, index + 12 * lanes);
  if (isFloat<T>() && !skip) {
    sa = v128.add<T>(v128.add<T>(sa, sb), v128.add<T>(sc, sd));
    if (!v128.all_true<i32>(equal<T>(sa, sa))) {
      for (let j: usize = 0; j < 4 * lanes; j++) settleNaN<T>(p + j * sizeof<T>(), rowStep, count, r, best + j * sizeof<T>(), index + 4 * j);
    }
  }
}

/** The same for one vector of columns. */
export function settle1<T>(p: usize, rowStep: usize, count: usize, r: i32, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  let a = lastKey<T>();
  let sum = i64x2.splat(0);
  let q = p;
  for (let k: usize = 0; k < count; k++, q += rowStep) {
    const x = keys<T>(q, flip, extra);
    a = smaller<T>(a, x);
    if (isFloat<T>() && !skip) sum = v128.add<T>(sum, x);
  }
  const element = wanted<T>(a, flip, extra);
  let found = i64x2.splat(0), from = found;
  q = p;
  for (let k: usize = 0; k < count; k++, q += rowStep) {
    found = v128.or(found, holdsKey<T>(q, element, flip, extra));
    from = plus<T>(from, found);
  }
  settleVector<T>(a, from, r, <i32>count, best, index);
  if (isFloat<T>() && !skip && !v128.all_true<i32>(equal<T>(sum, sum))) {
    for (let j: usize = 0; j < 16 / sizeof<T>(); j++) settleNaN<T>(p + j * sizeof<T>(), rowStep, count, r, best + j * sizeof<T>(), index + 4 * j);
  }
}

/** All columns of a strip at least one vector wide. Where the width is no multiple, the last vectors overlap: that is harmless. */
// @ts-ignore: decorator
@inline
export function settle<T>(p: usize, rowStep: usize, count: usize, r: i32, width: usize, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  const lanes = 16 / sizeof<T>();
  if (width < 4 * lanes) {
    for (let c: usize = 0; c < width; c += lanes) {
      if (c + lanes > width) c = width - lanes;
      settle1<T>(p + c * sizeof<T>(), rowStep, count, r, best + c * sizeof<T>(), index + 4 * c, flip, extra, skip);
    }
    return;
  }
  for (let c: usize = 0; c < width; c += 4 * lanes) {
    if (c + 4 * lanes > width) c = width - 4 * lanes;
    settle4<T>(p + c * sizeof<T>(), rowStep, count, r, best + c * sizeof<T>(), index + 4 * c, flip, extra, skip);
  }
}

