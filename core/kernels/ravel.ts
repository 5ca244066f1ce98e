import { BLOCK, improves } from "./guard";
import { isOrdered, smallestOfBlock } from "./block";
import { bits, equal, extraOf, firstKey, flipOf, holdsKey, infinity, lastKey, next, wanted } from "./key";
import { firstNumber, isNumber } from "./nan";
import { touchAhead } from "./touch";

// A whole array that fills a piece of memory in another order than C order. It is read as it lies; among equal elements the one
// of the lowest rank wins, which is its place in C order.
//
// That is nearly as fast as if the first in memory won: a block in which even the lowest rank is above the rank of the best so
// far is only asked for something better. Once the best is early in C order, that is nearly every block.

/** Bytes for which the lowest rank is found at once: the divisions for it take as long as reading half a kilobyte. */
const CHUNK: usize = 16384;

/** Where a dimension's two words are: its stride in elements, and what a step along it adds to the rank. Farthest first. */
const DIMENSION: usize = 8;

/** Above every rank. */
const NONE: u32 = u32.MAX_VALUE;

function rankOf(position: u32, table: usize, dimensions: usize): u32 {
  let rank: u32 = 0;
  for (let d = table; d < table + dimensions * DIMENSION; d += DIMENSION) {
    const stride = load<u32>(d);
    const index = position / stride;
    rank += index * load<u32>(d, 4);
    position -= index * stride;
  }
  return rank;
}

/** No position of [from, to] has a lower rank. */
function lowestRank(from: u32, to: u32, table: usize, dimensions: usize): u32 {
  let rank: u32 = 0;
  for (let d = table; d < table + dimensions * DIMENSION; d += DIMENSION) {
    const stride = load<u32>(d);
    const index = from / stride;
    rank += index * load<u32>(d, 4);
    if (index != to / stride) return rank;
    from -= index * stride;
    to -= index * stride;
  }
  return rank;
}

/**
 * Where the winner of n elements from `start` is, in elements from there; 0 or -1 where NaN is passed over and there is nothing
 * but infinities or nothing but NaN. At least a block of them.
 *
 * @param first position of the first element in the array
 */
// @ts-ignore: decorator
@inline
export function ravelled<T>(order: i32, start: usize, n: usize, first: u32, table: usize, dimensions: usize, skip: bool): i32 {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const end = start + n * sizeof<T>();
  let best = lastKey<T>();
  // Beaten by what equals the best, too; beyond the last key there is none.
  let tied = best;
  let isLast = true;
  // Nothing is better than the best any more: it is a NaN, or the first key of all.
  let isNaNBest = false;
  let isFirst = false;
  let rank = NONE;
  let winner: i32 = 0;
  for (let chunk = start; chunk < end; chunk += CHUNK) {
    const stop = min<usize>(chunk + CHUNK, end);
    const from = first + <u32>((chunk - start) / sizeof<T>());
    let mayTie = lowestRank(from, from + <u32>((stop - chunk) / sizeof<T>()) - 1, table, dimensions) < rank;
    if (!mayTie && (isFirst || isNaNBest)) continue;
    for (let p = chunk; p < stop; p += BLOCK) {
      touchAhead(p, end);
      // The last block overlaps the one before: what was seen already changes nothing.
      if (p + BLOCK > end) p = end - BLOCK;
      const k = <i32>((p - start) / sizeof<T>());
      const at = first + k;
      const ties = mayTie && lowestRank(at, at + BLOCK / sizeof<T>() - 1, table, dimensions) < rank;
      if (isFloat<T>() && isNaNBest && !ties) continue;
      if (!(isLast && ties) && !isNaNBest && !improves<T>(p, ties ? tied : best, flip, extra, order, skip)) continue;
      if (isFloat<T>() && !skip && !isOrdered<T>(p)) {
        for (let j = 0; j < <i32>(BLOCK / sizeof<T>()); j++) {
          if (isNumber<T>(p + j * sizeof<T>())) continue;
          const found = rankOf(at + j, table, dimensions);
          if (isNaNBest && found >= rank) continue;
          // The new best may be later in C order than the old one, and the chunk hold its equals that are earlier.
          mayTie = true;
          isNaNBest = true;
          rank = found;
          winner = k + j;
        }
      }
      if (isFloat<T>() && isNaNBest) continue;
      const least = smallestOfBlock<T>(p, best, flip, extra, skip);
      if (v128.any_true(v128.xor(least, best))) {
        rank = NONE;
        mayTie = true;
        best = least;
        isLast = v128.all_true<i32>(equal<T>(best, lastKey<T>()));
        isFirst = !isFloat<T>() && v128.all_true<i32>(equal<T>(best, firstKey<T>()));
        tied = isLast ? best : next<T>(best);
      }
      const element = wanted<T>(best, flip, extra);
      for (let q: usize = 0; q < BLOCK; q += 16) {
        for (let found = bits<T>(holdsKey<T>(p + q, element, flip, extra)); found; found &= found - 1) {
          const j = <i32>(q / sizeof<T>()) + ctz(found);
          const each = rankOf(at + j, table, dimensions);
          if (each >= rank) continue;
          rank = each;
          winner = k + j;
        }
      }
    }
  }
  if (skip && v128.all_true<i64>(equal<T>(best, infinity<T>()))) return firstNumber<T>(start, n) < n ? 0 : -1;
  return winner;
}
