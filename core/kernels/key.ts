// Every order is brought to one: the smallest key wins, and among equal keys the first. A key is the element with some bits
// flipped, so that one kernel for a width serves argmin and argmax, signed and unsigned.
//
// T says how a key compares: f64, f32, i64, i32, i16, i8, and u16 for the bits of a float16.

/** Bits of `order`. */
export const MAX = 1;
export const UNSIGNED = 2;
/** The smallest int64 is NaT, which wins in argmax too. */
export const NAT = 4;
/** NaN is passed over: it counts as the last of all. */
export const SKIP = 8;

// @ts-ignore: decorator
@inline
export function isHalf<T>(): bool {
  return sizeof<T>() == 2 && !isSigned<T>();
}

// @ts-ignore: decorator
@inline
function signBits<T>(): v128 {
  if (sizeof<T>() == 8) return i64x2.splat(i64.MIN_VALUE);
  if (sizeof<T>() == 4) return i32x4.splat(i32.MIN_VALUE);
  if (sizeof<T>() == 2) return i16x8.splat(i16.MIN_VALUE);
  return i8x16.splat(i8.MIN_VALUE);
}

/** The bits to flip in each element. */
// @ts-ignore: decorator
@inline
export function flipOf<T>(order: i32): v128 {
  const none = i64x2.splat(0);
  if (isFloat<T>() || isHalf<T>()) return order & MAX ? signBits<T>() : none;
  const flip = order & MAX ? i64x2.splat(-1) : none;
  return order & UNSIGNED ? v128.xor(flip, signBits<T>()) : flip;
}

/** For int64: -1 where NaT must stay the smallest when the order is reversed, as -NaT is NaT. For float16: the key of a NaN. */
// @ts-ignore: decorator
@inline
export function extraOf<T>(order: i32): v128 {
  if (isHalf<T>()) return i16x8.splat(order & SKIP ? 0x7c00 : i16.MIN_VALUE);
  return i64x2.splat((order & (MAX | NAT)) == (MAX | NAT) ? -1 : 0);
}

/**
 * The keys of one vector. For float16 that is sign and magnitude turned into an int16, so that -0 and +0 are the same.
 */
// @ts-ignore: decorator
@inline
export function keys<T>(at: usize, flip: v128, extra: v128): v128 {
  return keysOf<T>(v128.load(at), flip, extra);
}

/** The key of one element, in every lane. */
// @ts-ignore: decorator
@inline
export function keyAt<T>(at: usize, flip: v128, extra: v128): v128 {
  if (sizeof<T>() == 8) return keysOf<T>(v128.load64_splat(at), flip, extra);
  if (sizeof<T>() == 4) return keysOf<T>(v128.load32_splat(at), flip, extra);
  if (sizeof<T>() == 2) return keysOf<T>(v128.load16_splat(at), flip, extra);
  return keysOf<T>(v128.load8_splat(at), flip, extra);
}

/** The keys of elements that were loaded already. */
// @ts-ignore: decorator
@inline
export function keysOf<T>(elements: v128, flip: v128, extra: v128): v128 {
  const x = v128.xor(elements, flip);
  if (isHalf<T>()) {
    const magnitude = v128.and(x, i16x8.splat(0x7fff));
    const sign = i16x8.shr_s(x, 15);
    const value = i16x8.sub(v128.xor(magnitude, sign), sign);
    return v128.bitselect(extra, value, i16x8.gt_s(magnitude, i16x8.splat(0x7c00)));
  }
  if (sizeof<T>() == 8 && !isFloat<T>()) return i64x2.sub(x, extra);
  return x;
}

// @ts-ignore: decorator
@inline
export function less<T>(a: v128, b: v128): v128 {
  if (isHalf<T>()) return i16x8.lt_s(a, b);
  return v128.lt<T>(a, b);
}

// @ts-ignore: decorator
@inline
export function equal<T>(a: v128, b: v128): v128 {
  if (isHalf<T>()) return i16x8.eq(a, b);
  return v128.eq<T>(a, b);
}

/** What `holdsKey` looks for: the element itself, so that a search need not make keys again. Float16's two zeros need theirs. */
// @ts-ignore: decorator
@inline
export function wanted<T>(key: v128, flip: v128, extra: v128): v128 {
  if (isHalf<T>()) return key;
  if (sizeof<T>() == 8 && !isFloat<T>()) return v128.xor(i64x2.add(key, extra), flip);
  return v128.xor(key, flip);
}

/** Which elements of one vector have a key, given as `wanted` gives it. */
// @ts-ignore: decorator
@inline
export function holdsKey<T>(at: usize, element: v128, flip: v128, extra: v128): v128 {
  if (isHalf<T>()) return i16x8.eq(keys<T>(at, flip, extra), element);
  return v128.eq<T>(v128.load(at), element);
}

/** The smaller of each pair; `a` where they are equal or either is NaN. */
// @ts-ignore: decorator
@inline
export function smaller<T>(a: v128, b: v128): v128 {
  if (isFloat<T>()) return v128.pmin<T>(a, b);
  if (sizeof<T>() == 8) return v128.bitselect(b, a, i64x2.lt_s(b, a));
  if (isHalf<T>()) return i16x8.min_s(a, b);
  return v128.min<T>(a, b);
}

/** One bit for each lane of a comparison, the first lane's lowest. */
// @ts-ignore: decorator
@inline
export function bits<T>(mask: v128): i32 {
  if (sizeof<T>() == 8) return i64x2.bitmask(mask);
  if (sizeof<T>() == 4) return i32x4.bitmask(mask);
  if (sizeof<T>() == 2) return i16x8.bitmask(mask);
  return i8x16.bitmask(mask);
}

/** The key that no key comes after, in each lane. */
// @ts-ignore: decorator
@inline
export function lastKey<T>(): v128 {
  if (isFloat<T>()) return v128.splat<T>(<T>Infinity);
  if (isHalf<T>()) return i16x8.splat(i16.MAX_VALUE);
  if (sizeof<T>() == 8) return i64x2.splat(i64.MAX_VALUE);
  if (sizeof<T>() == 4) return i32x4.splat(i32.MAX_VALUE);
  if (sizeof<T>() == 2) return i16x8.splat(i16.MAX_VALUE);
  return i8x16.splat(i8.MAX_VALUE);
}

/** The key that no key comes before, in each lane; for integers and float16. */
// @ts-ignore: decorator
@inline
export function firstKey<T>(): v128 {
  return signBits<T>();
}

/** The key right after another, in every lane. There must be one, and `key` be the same in every lane, and no NaN. */
// @ts-ignore: decorator
@inline
export function next<T>(key: v128): v128 {
  if (isFloat<T>()) {
    if (v128.all_true<i32>(v128.eq<T>(key, i64x2.splat(0)))) return sizeof<T>() == 8 ? i64x2.splat(1) : i32x4.splat(1);
    // The bits of a float grow with its magnitude.
    const step = v128.any_true(v128.and(key, signBits<T>())) ? -1 : 1;
    return sizeof<T>() == 8 ? i64x2.add(key, i64x2.splat(step)) : i32x4.add(key, i32x4.splat(step));
  }
  if (sizeof<T>() == 8) return i64x2.add(key, i64x2.splat(1));
  if (sizeof<T>() == 4) return i32x4.add(key, i32x4.splat(1));
  if (sizeof<T>() == 2) return i16x8.add(key, i16x8.splat(1));
  return i8x16.add(key, i8x16.splat(1));
}

/** The smallest key of a vector, in every lane. NaN, where there is one, must have been dealt with. */
// @ts-ignore: decorator
@inline
export function smallestLane<T>(a: v128): v128 {
  a = smaller<T>(a, i8x16.shuffle(a, a, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  if (sizeof<T>() <= 4) a = smaller<T>(a, i8x16.shuffle(a, a, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3));
  if (sizeof<T>() <= 2) a = smaller<T>(a, i8x16.shuffle(a, a, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1));
  if (sizeof<T>() == 1) a = smaller<T>(a, i8x16.shuffle(a, a, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0));
  return a;
}

/** The key of infinity, which NaN that is passed over counts as. */
// @ts-ignore: decorator
@inline
export function infinity<T>(): v128 {
  if (isHalf<T>()) return i16x8.splat(0x7c00);
  return v128.splat<T>(<T>Infinity);
}

/** All ones in the first n lanes, for n less than there are. */
// @ts-ignore: decorator
@inline
export function lanesBelow<T>(n: usize): v128 {
  if (sizeof<T>() == 8) return i64x2.lt_s(i64x2(0, 1), i64x2.splat(n));
  if (sizeof<T>() == 4) return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(<i32>n));
  if (sizeof<T>() == 2) return i16x8.lt_s(i16x8(0, 1, 2, 3, 4, 5, 6, 7), i16x8.splat(<i16>n));
  return i8x16.lt_s(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>n));
}
