import { bits, equal, keys, lastKey, smaller, smallestLane } from "./key";
import { add, bitsOfFour, special } from "./short";

/** The smaller of two vectors' keys. NaN that is passed over must not come first, for `smaller` keeps it there. */
// @ts-ignore: decorator
@inline
export function pair<T>(x: v128, y: v128, skip: bool): v128 {
  return smaller<T>(isFloat<T>() && skip ? smaller<T>(lastKey<T>(), x) : x, y);
}

/**
 * More than `most` - 2 and at most `most` vectors, for `most` 6, 8 or 10, without a loop: each vector is loaded once. The last
 * two overlap what comes before them where there are fewer elements.
 *
 * @param most a constant, so that what it does not need is not compiled.
 */
// @ts-ignore: decorator
@inline
export function scanStraight<T>(start: usize, n: usize, most: i32, flip: v128, extra: v128, skip: bool): i32 {
  const width = 16 / sizeof<T>();
  const last = n - width;
  const tail = min<usize>(<usize>(most - 2) * width, last);
  const x = keys<T>(start, flip, extra), y = keys<T>(start + 16, flip, extra);
  const z = keys<T>(start + 32, flip, extra), w = keys<T>(start + 48, flip, extra);
  const u = keys<T>(start + tail * sizeof<T>(), flip, extra);
  const v = keys<T>(start + last * sizeof<T>(), flip, extra);
  let p = x, q = x, r = x, s = x;
  if (most >= 8) { p = keys<T>(start + 64, flip, extra); q = keys<T>(start + 80, flip, extra); }
  if (most >= 10) { r = keys<T>(start + 96, flip, extra); s = keys<T>(start + 112, flip, extra); }

  let best = smaller<T>(pair<T>(x, y, skip), smaller<T>(pair<T>(z, w, skip), pair<T>(u, v, skip)));
  let sum = add<T>(add<T>(add<T>(x, y, skip), add<T>(z, w, skip), skip), add<T>(u, v, skip), skip);
  if (most >= 8) { best = smaller<T>(best, pair<T>(p, q, skip)); sum = add<T>(sum, add<T>(p, q, skip), skip); }
  if (most >= 10) { best = smaller<T>(best, pair<T>(r, s, skip)); sum = add<T>(sum, add<T>(r, s, skip), skip); }
  best = smallestLane<T>(best);
  const found = special<T>(start, n, best, sum, skip);
  if (found > -2) return found;

  const high = <u64><u32>bits<T>(equal<T>(u, best)) | (<u64><u32>bits<T>(equal<T>(v, best)) << <u64>(last - tail));
  let winner = <i32>(tail + <usize>ctz(high));
  if (most >= 8) {
    const middle = most >= 10
      ? bitsOfFour<T>(equal<T>(p, best), equal<T>(q, best), equal<T>(r, best), equal<T>(s, best))
      : <u64><u32>bits<T>(equal<T>(p, best)) | (<u64><u32>bits<T>(equal<T>(q, best)) << <u64>width);
    winner = select<i32>(<i32>(4 * width) + <i32>ctz(middle), winner, middle != 0);
  }
  const low = bitsOfFour<T>(equal<T>(x, best), equal<T>(y, best), equal<T>(z, best), equal<T>(w, best));
  return select<i32>(<i32>ctz(low), winner, low != 0);
}
