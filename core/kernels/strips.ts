import { extraOf, flipOf, isHalf, keys, lastKey, less } from "./key";
import { isNumber } from "./nan";
import { settle, settle1, SETTLE_ROWS } from "./settle";
import { LINE, touchAhead } from "./touch";

// Rows are read in memory order over a strip of columns. The best key of each column stays in `best` (as an element's width,
// in the second-level cache), its row in `index` (int32). A column whose winner is a NaN has -Infinity there, which nothing beats.

/** Rows that one guard test covers. */
const GUARD_ROWS: usize = 8;
/** Rows, for each column of a vector, that are settled without a guard: on random data most tests would fail there. */
const SETTLED_ROWS: usize = 32;
/** Bytes of a strip from which on only the first rows are: settling reads 32 rows at once, which is slow where they lie far apart. */
const WIDE: usize = 4096;
/** Bytes of a row from which on the processor looks ahead by itself, in each of eight rows. */
const LONG_ROW: usize = 2048;
/** Bytes of best keys in a strip. */
export const STRIP: usize = 65536;

// @ts-ignore: decorator
@inline
function holds<T>(ok: v128, p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  const x = keys<T>(p, flip, extra);
  if (isFloat<T>() && !skip) return v128.and(ok, v128.ge<T>(x, best));
  return v128.andnot(ok, less<T>(x, best));
}

/**
 * Eight rows over a strip: a group of two vectors is settled only where a guard test fails.
 *
 * @param far where memory ends that is read straight on, row after row; 0 where it is not
 */
// @ts-ignore: decorator
@inline
function guardRows<T>(p: usize, rowStep: usize, far: usize, r: i32, width: usize, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  const lanes = 16 / sizeof<T>();
  const p2 = p + 2 * rowStep, p4 = p + 4 * rowStep, p6 = p + 6 * rowStep;
  for (let c: usize = 0; c < width; c += 2 * lanes) {
    if (c + 2 * lanes > width) c = width - 2 * lanes;
    const o = c * sizeof<T>();
    const b = v128.load(best + o), d = v128.load(best + o, 16);
    // A line of each row, which is what `touchAhead` asks for.
    if (!(o & 32)) touchAhead(p + GUARD_ROWS * o, far);
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
  const end = start + n * rowStep;
  const far = rowStep < LONG_ROW && rowStep < width * sizeof<T>() + LINE ? end : 0;
  let r: usize = 0;
  while (r < n) {
    const p = start + r * rowStep;
    if (guarded && r >= settled && r + GUARD_ROWS <= n) {
      guardRows<T>(p, rowStep, far, <i32>r, width, best, index, flip, extra, skip);
      r += GUARD_ROWS;
    } else {
      const count = min<usize>(n - r, SETTLE_ROWS);
      settle<T>(p, rowStep, count, <i32>r, width, best, index, flip, extra, skip);
      r += count;
    }
  }
}

/** Winners of `width` lanes side by side, strip after strip; `best` needs room for one strip. */
// @ts-ignore: decorator
@inline
export function strips<T>(start: usize, n: usize, width: usize, rowStep: usize, best: usize, out: usize, order: i32, skip: bool): void {
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
export function markAllNaN<T>(start: usize, rowStep: usize, n: usize, width: usize, best: usize, index: usize): void {
  for (let c: usize = 0; c < width; c++) {
    if (isHalf<T>() ? load<i16>(best + 2 * c) != 0x7c00 : load<T>(best + c * sizeof<T>()) != <T>Infinity) continue;
    let r: usize = 0;
    while (r < n && !isNumber<T>(start + r * rowStep + c * sizeof<T>())) r++;
    store<i32>(index + 4 * c, r < n ? 0 : -1);
  }
}
