import { better, FOLDED_ROWS, folded, foldOf } from "./folded";
import { bits, extraOf, flipOf, infinity, isHalf, keyAt, keysOf, lastKey, less } from "./key";
import { isNumber } from "./nan";
import { markAllNaN } from "./strips";
import { touchAhead } from "./touch";

// Narrow rows without a gap are read straight on, as they lie in memory. The best key of each column stands in a ring: row after
// row of them, so that a guard test finds those of its own columns side by side wherever in a row it begins. A column has few
// winners, and whatever beats its best is looked at by itself: nothing is started anew, and the order of rows is kept.

/** Bytes that one guard test covers. */
const BLOCK: usize = 512;
/** Guard tests after which it is asked how many of them failed, and how many may. */
const STRETCH: usize = 128;
const SELDOM: i32 = 32;
/** On random data one test in this many fails once a column has been seen in as many tests as there are columns. */
const WARM: usize = 8;
/** Where the ring begins in the scratch, behind what `folded` needs, and the winners of a piece that was folded. */
const RING: usize = 98304;
const FOUND: usize = 102400;

// @ts-ignore: decorator
@inline
function holds<T>(ok: v128, elements: v128, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  const x = keysOf<T>(elements, flip, extra);
  if (isFloat<T>() && !skip) return v128.and(ok, v128.ge<T>(x, best));
  return v128.andnot(ok, less<T>(x, best));
}

/** 128 bytes of a guard test. */
// @ts-ignore: decorator
@inline
function holds128<T>(ok: v128, p: usize, best: usize, flip: v128, extra: v128, skip: bool): v128 {
  let a = holds<T>(ok, v128.load(p), v128.load(best), flip, extra, skip);
  let b = holds<T>(i64x2.splat(-1), v128.load(p, 16), v128.load(best, 16), flip, extra, skip);
  a = holds<T>(a, v128.load(p, 32), v128.load(best, 32), flip, extra, skip);
  b = holds<T>(b, v128.load(p, 48), v128.load(best, 48), flip, extra, skip);
  a = holds<T>(a, v128.load(p, 64), v128.load(best, 64), flip, extra, skip);
  b = holds<T>(b, v128.load(p, 80), v128.load(best, 80), flip, extra, skip);
  a = holds<T>(a, v128.load(p, 96), v128.load(best, 96), flip, extra, skip);
  b = holds<T>(b, v128.load(p, 112), v128.load(best, 112), flip, extra, skip);
  return v128.and(a, b);
}

/** Whether nothing of a block beats the best of its column, and nothing is a NaN that counts. */
// @ts-ignore: decorator
@inline
function isBeaten<T>(p: usize, best: usize, flip: v128, extra: v128, skip: bool): bool {
  let ok = holds128<T>(i64x2.splat(-1), p, best, flip, extra, skip);
  ok = holds128<T>(ok, p + 128, best + 128, flip, extra, skip);
  ok = holds128<T>(ok, p + 256, best + 256, flip, extra, skip);
  ok = holds128<T>(ok, p + 384, best + 384, flip, extra, skip);
  return v128.all_true<i8>(ok);
}

/** Puts the best key of a column, the first lane of `key`, wherever it stands in the ring. */
function keep<T>(place: usize, row: usize, end: usize, key: v128): void {
  for (let q = place; q < end; q += row) {
    if (sizeof<T>() == 8) v128.store64_lane(q, key, 0);
    else if (sizeof<T>() == 4) v128.store32_lane(q, key, 0);
    else if (sizeof<T>() == 2) v128.store16_lane(q, key, 0);
    else v128.store8_lane(q, key, 0);
  }
}

/** The key that stands for an element: a NaN is beaten by nothing, or where NaN is passed over by everything. */
// @ts-ignore: decorator
@inline
function standing<T>(at: usize, flip: v128, extra: v128, skip: bool): v128 {
  if (isHalf<T>() || !isFloat<T>() || isNumber<T>(at)) return keyAt<T>(at, flip, extra);
  return skip ? infinity<T>() : v128.splat<T>(<T>(-Infinity));
}

/** Lets an element win that beat the best of its column when its vector was loaded: by now it may not any more. */
function take<T>(start: usize, element: usize, width: usize, ring: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  const row = element / width;
  const column = element - row * width;
  const at = start + element * sizeof<T>();
  const place = ring + column * sizeof<T>();
  const winner = index + 4 * column;
  if (isFloat<T>() && !skip && !isNumber<T>(at)) {
    // The first NaN has won for good; where -Infinity is the best, that is still open.
    const isWon = load<T>(place) == <T>(-Infinity) && !isNumber<T>(start + (<usize>load<i32>(winner) * width + column) * sizeof<T>());
    if (isWon) return;
  } else if (!(bits<T>(less<T>(keyAt<T>(at, flip, extra), v128.load(place))) & 1)) return;
  store<i32>(winner, <i32>row);
  keep<T>(place, width * sizeof<T>(), ring + width * sizeof<T>() + BLOCK, standing<T>(at, flip, extra, skip));
}

/** Goes through the block at `p`, `best` being where the keys of its columns stand. */
function settleBlock<T>(start: usize, p: usize, width: usize, ring: usize, best: usize, index: usize, flip: v128, extra: v128, skip: bool): void {
  const first = (p - start) / sizeof<T>();
  for (let o: usize = 0; o < BLOCK; o += 16) {
    const ok = holds<T>(i64x2.splat(-1), v128.load(p + o), v128.load(best + o), flip, extra, skip);
    for (let left = bits<T>(v128.not(ok)); left; left &= left - 1) {
      take<T>(start, first + o / sizeof<T>() + <usize>ctz(left), width, ring, index, flip, extra, skip);
    }
  }
}

/** Rows [from, to) by folding, which keeps its pace where a winner follows another. */
function foldRows<T>(start: usize, from: usize, to: usize, width: usize, scratch: usize, index: usize, order: i32, flip: v128, extra: v128, skip: bool): void {
  const row = width * sizeof<T>();
  const found = scratch + FOUND;
  const ring = scratch + RING;
  folded<T>(start + from * row, to - from, width, scratch, found, order, skip);
  for (let c: usize = 0; c < width; c++) {
    const each = load<i32>(found + 4 * c);
    if (each < 0) continue;
    const column = start + c * sizeof<T>();
    const winner = better<T>(column, row, load<i32>(index + 4 * c), each + <i32>from, flip, extra, skip);
    store<i32>(index + 4 * c, winner);
    keep<T>(ring + c * sizeof<T>(), row, ring + row + BLOCK, standing<T>(column + <usize>winner * row, flip, extra, skip));
  }
}

/**
 * Winners of `width` lanes side by side, whose rows have no gap, less than a block each and more together. `scratch` has 128 KiB.
 */
export function narrowRows<T>(start: usize, n: usize, width: usize, scratch: usize, index: usize, order: i32, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const row = width * sizeof<T>();
  const end = start + n * row;
  const ring = scratch + RING;
  for (let o: usize = 0; o < row + BLOCK; o += 16) v128.store(ring + o, lastKey<T>());
  memory.fill(index, 0, 4 * width);

  let p = start;
  let at = ring;
  let tests: usize = 0;
  let failed: i32 = 0;
  let piece = FOLDED_ROWS * foldOf(row);
  while (p < end) {
    touchAhead(p, end);
    // The last block overlaps the one before: what was seen already beats nothing any more.
    if (p + BLOCK > end) {
      p = end - BLOCK;
      at = ring + (p - start) % row;
    }
    if (!isBeaten<T>(p, at, flip, extra, skip)) {
      settleBlock<T>(start, p, width, ring, at, index, flip, extra, skip);
      failed++;
    }
    p += BLOCK;
    at += BLOCK % row;
    if (at >= ring + row) at -= row;
    if (++tests % STRETCH) continue;
    if (failed > SELDOM && tests > WARM * width) {
      const from = (p - start) / row;
      const to = min<usize>(n, from + piece);
      foldRows<T>(start, from, to, width, scratch, index, order, flip, extra, skip);
      p = start + to * row;
      at = ring;
      piece *= 4;
    }
    failed = 0;
  }
  if (skip) markAllNaN<T>(start, row, n, width, ring, index);
}
