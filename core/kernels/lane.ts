import { isOrdered, smallestOfBlock } from "./block";
import { BLOCK, improves } from "./guard";
import { bits, equal, extraOf, firstKey, flipOf, holdsKey, infinity, keys, lastKey, less, smaller, smallestLane, wanted } from "./key";
import { firstNaN, firstNumber } from "./nan";
import { scanPieces } from "./pieces";
import { scanFour, scanPart, scanThree, scanTwo } from "./short";
import { scanStraight } from "./straight";
import { LINE, STEP, touchAhead, touchPages } from "./touch";

/** Bytes of a lane from which on the guard scan is faster. At least a block. */
const LONG: usize = 1024;

/** Bytes of short lanes with gaps between them whose pages are touched before they are read. */
const TOUCHED: usize = 16384;

/** The first element of [at, at + bytes) whose key is `key`; `bytes` a multiple of 16, and it is there. */
// @ts-ignore: decorator
@inline
function firstEqual<T>(at: usize, key: v128, flip: v128, extra: v128): usize {
  const element = wanted<T>(key, flip, extra);
  let p = at;
  let found = bits<T>(holdsKey<T>(p, element, flip, extra));
  while (!found) {
    p += 16;
    found = bits<T>(holdsKey<T>(p, element, flip, extra));
  }
  return (p - at) / sizeof<T>() + ctz(found);
}

/**
 * Index of the winner of one contiguous lane of at least one block, or -1 where every element is a NaN that is passed over.
 *
 * The guard scan: keep the best key so far in every lane of a vector, and per block of 512 bytes ask only whether something
 * beats it. On random data the answer is yes about ln(n) times; then the block, which is in the first-level cache, gives up its
 * smallest key and is remembered. The index is looked up once, at the end, inside one block.
 *
 * @param far where memory ends that is read straight on, in this lane or the next ones.
 */
// @ts-ignore: decorator
@inline
function scanLong<T>(start: usize, n: usize, far: usize, flip: v128, extra: v128, order: i32, skip: bool): i32 {
  const end = start + n * sizeof<T>();
  let best = lastKey<T>();
  let home = start;
  let p = start;
  let better = true;
  while (p < end) {
    touchAhead(p, far);
    // The last block overlaps the one before: what was seen already cannot be better than the best.
    if (p + BLOCK > end) p = end - BLOCK;
    // A block after one that was better is likely to be so too: on descending data asking first would only cost.
    if (better || improves<T>(p, best, flip, extra, order, skip)) {
      if (isFloat<T>() && !skip && !isOrdered<T>(p)) {
        const k = firstNaN<T>(p, BLOCK / sizeof<T>());
        if (k < BLOCK / sizeof<T>()) return <i32>((p - start) / sizeof<T>() + k);
      }
      const least = smallestOfBlock<T>(p, best, flip, extra, skip);
      better = v128.any_true(v128.xor(least, best));
      if (better) home = p;
      best = least;
      // Nothing comes before the first key of all: a bool or an int8 is often done here.
      if (!isFloat<T>() && v128.all_true<i32>(equal<T>(best, firstKey<T>()))) break;
    }
    p += BLOCK;
  }
  if (skip && v128.all_true<i64>(equal<T>(best, infinity<T>()))) return firstNumber<T>(start, n) < n ? 0 : -1;
  return <i32>((home - start) / sizeof<T>() + firstEqual<T>(home, best, flip, extra));
}

/**
 * Winners of `lanes` contiguous lanes of n elements, `lanesStep` bytes apart, for each of `outer` groups, written to `out` as
 * int32 in that order.
 */
// @ts-ignore: decorator
@inline
export function laneGroups<T>(order: i32, start: usize, n: usize, lanes: usize, lanesStep: isize, outer: usize, outerStep: isize, scratch: usize, out: usize, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const bytes = n * sizeof<T>();
  const step = <usize>lanesStep;
  // Lanes that follow each other closely are read straight on; of others that are not far apart pages are touched.
  const close = lanesStep > 0 && step < bytes + LINE;
  const near = !close && lanesStep > 0 && step < TOUCHED;
  const batch = close ? max<usize>(1, STEP / step) : near ? TOUCHED / step : lanes;
  for (let g: usize = 0; g < outer; g++) {
    let p = start + g * outerStep;
    const far = p + lanes * step;
    if (bytes >= LONG) {
      for (let c: usize = 0; c < lanes; c++, p += lanesStep, out += 4) {
        store<i32>(out, scanLong<T>(p, n, close ? far : p + bytes, flip, extra, order, skip));
      }
      continue;
    }
    for (let c: usize = 0; c < lanes; ) {
      const count = min<usize>(batch, lanes - c);
      if (close) for (let o: usize = 0; o < count * step; o += STEP) touchAhead(p + o, far);
      else if (near && lanes > batch) touchPages(p, count * step);
      const end = out + 4 * count;
      if (bytes > 160) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanPieces<T>(p, n, scratch, flip, extra, skip));
      else if (bytes > 128) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanStraight<T>(p, n, 10, flip, extra, skip));
      else if (bytes > 96) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanStraight<T>(p, n, 8, flip, extra, skip));
      else if (bytes > 64) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanStraight<T>(p, n, 6, flip, extra, skip));
      else if (bytes > 48) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanFour<T>(p, n, flip, extra, skip));
      else if (bytes > 32) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanThree<T>(p, n, flip, extra, skip));
      else if (bytes >= 16) for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanTwo<T>(p, n, flip, extra, skip));
      else for (; out < end; p += lanesStep, out += 4) store<i32>(out, scanPart<T>(p, n, flip, extra, skip));
      c += count;
    }
  }
}
