import { equal, holdsKey, keys, lastKey, smaller, smallestLane, wanted } from "./key";
import { add, bitsOfFour, special } from "./short";
import { pair } from "./straight";

/** Bytes whose smallest keys are kept until it is known in which of them the winner is. */
const PIECE: usize = 64;

/** Four bits for each of four pieces, of which some are set where the piece holds the best key. `least` are their smallest keys. */
// @ts-ignore: decorator
@inline
function piecesWith<T>(best: v128, least: usize): u64 {
  const x = equal<T>(v128.load(least), best), y = equal<T>(v128.load(least, 16), best);
  const z = equal<T>(v128.load(least, 32), best), w = equal<T>(v128.load(least, 48), best);
  // Narrowing keeps the sign of what is as wide as it takes it for; of what is narrower, only that it is not 0.
  const found = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(x, y), i16x8.narrow_i32x4_s(z, w));
  return <u64><u32>i8x16.bitmask(sizeof<T>() < 4 ? i8x16.ne(found, i64x2.splat(0)) : found);
}

/**
 * At most 16 pieces, the last of which may overlap the one before. Every element is looked at once, and only the winner's piece
 * again: which one that is, the pieces' smallest keys say, without a branch.
 *
 * @param scratch room for 256 bytes
 */
// @ts-ignore: decorator
@inline
export function scanPieces<T>(start: usize, n: usize, scratch: usize, flip: v128, extra: v128, skip: bool): i32 {
  const end = start + n * sizeof<T>();
  const last = end - PIECE;
  let a = lastKey<T>();
  let s = i64x2.splat(0), t = s;
  let to = scratch;
  for (let p = start; p < end; p += PIECE, to += 16) {
    p = min<usize>(p, last);
    const x = keys<T>(p, flip, extra), y = keys<T>(p + 16, flip, extra);
    const z = keys<T>(p + 32, flip, extra), w = keys<T>(p + 48, flip, extra);
    const least = smaller<T>(pair<T>(x, y, skip), pair<T>(z, w, skip));
    v128.store(to, least);
    a = smaller<T>(a, least);
    s = add<T>(s, add<T>(x, y, skip), skip);
    t = add<T>(t, add<T>(z, w, skip), skip);
  }
  const best = smallestLane<T>(a);
  const found = special<T>(start, n, best, add<T>(s, t, skip), skip);
  if (found > -2) return found;
  // What an earlier lane left behind the last piece does no harm: the lowest bit is one of this lane's.
  let mask: u64 = 0;
  let shift: u64 = 0;
  for (let from = scratch; from < to; from += 64, shift += 16) mask |= piecesWith<T>(best, from) << shift;
  const home = min<usize>(start + (<usize>ctz(mask) >> 2) * PIECE, last);
  const element = wanted<T>(best, flip, extra);
  const x = holdsKey<T>(home, element, flip, extra), y = holdsKey<T>(home + 16, element, flip, extra);
  const z = holdsKey<T>(home + 32, element, flip, extra), w = holdsKey<T>(home + 48, element, flip, extra);
  return <i32>((home - start) / sizeof<T>() + <usize>ctz(bitsOfFour<T>(x, y, z, w)));
}
