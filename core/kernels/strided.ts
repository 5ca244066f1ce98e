import { equal, extraOf, flipOf, infinity, keyAt, lastKey, less } from "./key";
import { isNumber } from "./nan";

/** Does the element at `p` leave `best` the best, lane by lane of `ok`? */
// @ts-ignore: decorator
@inline
function holds<T>(p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  const x = keyAt<T>(p, flip, extra);
  if (isFloat<T>() && !skip) return v128.ge<T>(x, best);
  return v128.not(less<T>(x, best));
}

/** Index of the winner of one lane with any step between its elements; -1 where every element is a NaN that is passed over. */
// @ts-ignore: decorator
@inline
function scanStrided<T>(start: usize, n: usize, step: isize, flip: v128, extra: v128, skip: bool): i32 {
  let best = lastKey<T>();
  let winner: i32 = 0;
  let r: usize = 0;
  let p = start;
  while (r < n) {
    const count = min<usize>(4, n - r);
    if (count == 4) {
      const ok = v128.and(
        v128.and(holds<T>(p, best, flip, extra, skip), holds<T>(p + step, best, flip, extra, skip)),
        v128.and(holds<T>(p + 2 * step, best, flip, extra, skip), holds<T>(p + 3 * step, best, flip, extra, skip)),
      );
      if (v128.all_true<i32>(ok)) {
        r += 4;
        p += 4 * step;
        continue;
      }
    }
    for (let k: usize = 0; k < count; k++, p += step) {
      if (v128.all_true<i32>(holds<T>(p, best, flip, extra, skip))) continue;
      if (isFloat<T>() && !isNumber<T>(p)) return <i32>(r + k);
      best = keyAt<T>(p, flip, extra);
      winner = <i32>(r + k);
    }
    r += count;
  }
  if (skip && v128.all_true<i64>(equal<T>(best, infinity<T>()))) {
    for (r = 0, p = start; r < n; r++, p += step) if (isNumber<T>(p)) return 0;
    return -1;
  }
  return winner;
}

/** Winners of `lanes` lanes, `lanesStep` bytes apart, for each of `outer` groups. */
// @ts-ignore: decorator
@inline
export function stridedGroups<T>(order: i32, start: usize, n: usize, step: isize, lanes: usize, lanesStep: isize, outer: usize, outerStep: isize, out: usize, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  for (let g: usize = 0; g < outer; g++) {
    let p = start + g * outerStep;
    for (let c: usize = 0; c < lanes; c++, p += lanesStep, out += 4) store<i32>(out, scanStrided<T>(p, n, step, flip, extra, skip));
  }
}
