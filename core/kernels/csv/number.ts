import { toFloat } from "./lemire";

// Tables that the caller puts into memory: 10^0 … 10^22 as float64, then the powers of five of lemire.ts.
const EXACT_POWERS: i32 = 22;
const FIVES: usize = 23 * 8;

/** 2^53: from here on float64 does not hold every whole number. */
const EXACT: u64 = 1 << 53;

/** Whether the number that was read last was written as a whole one: digits alone, and a sign. */
export let whole: bool = false;

/** Without its sign, the whole number not below 2^53 that was read last; else 0. The caller clears it. */
export let large: u64 = 0;

export function clearLarge(): void {
  large = 0;
}

/** The value of 16 digits, the most significant first: neighbours joined three times, 1 to 2 to 4 to 8 digits. */
// @ts-ignore: decorator
@inline
function digits16(digits: v128): u64 {
  const tens = i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10));
  const pairs = i16x8.add(tens, i16x8.shr_u(digits, 8));
  const fours = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
  const narrow = i16x8.narrow_i32x4_s(fours, fours);
  const eights = i32x4.dot_i16x8_s(narrow, i16x8(10000, 1, 10000, 1, 10000, 1, 10000, 1));
  const both = i64x2.extract_lane(eights, 0) as u64;
  return (both & 0xffffffff) * 100000000 + (both >> 32);
}

/** The lanes 0 … 15 that are at least `first`. */
// @ts-ignore: decorator
@inline
function lanesFrom(first: usize): v128 {
  return i8x16.ge_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(first as i8));
}

/** The lanes 0 … 15 up to and with `last`. */
// @ts-ignore: decorator
@inline
function lanesTo(last: i32): v128 {
  return i8x16.le_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(last as i8));
}

// @ts-ignore: decorator
@inline
function pointsIn(bytes: v128, point: u32, used: v128): i32 {
  return i8x16.bitmask(v128.and(i8x16.eq(bytes, i8x16.splat(point as i8)), used));
}

// @ts-ignore: decorator
@inline
function notDigits(values: v128): v128 {
  return i8x16.gt_u(values, i8x16.splat(9));
}

// @ts-ignore: decorator
@inline
function scaled(digits: u64, power: i32, tables: usize): f64 {
  // Two exact operands, so one rounding (Clinger, 1990).
  if (digits < EXACT && power <= 0 && power >= -EXACT_POWERS) {
    return (digits as f64) / load<f64>(tables + ((-power) as usize) * 8);
  }
  if (digits >= EXACT && whole) large = digits;
  return toFloat(digits, power, tables + FIVES);
}

/**
 * The number that bytes [from, to) are, from < to, correctly rounded; NaN where they are none, or one with more than 19
 * significant digits, which the caller reads by exact arithmetic. `point` parts the fraction. Reads up to 33 bytes before `to`.
 *
 * The bytes are taken from their end, so that digits stand right-aligned in vectors. Those before a decimal point are loaded
 * again from one byte lower, which closes the gap that the point leaves.
 */
// @ts-ignore: decorator
@inline
export function plainNumber(from: usize, to: usize, point: u32, tables: usize): f64 {
  const first = load<u8>(from);
  const negative = first == 45;
  const n = to - from - (((negative as i32) | ((first == 43) as i32)) as usize);
  if (n - 1 > 31) return scientific(from, to, point, tables);
  let low = v128.load(to - 16);
  let power = 0;
  let digits: u64;
  if (n <= 16) {
    let used = lanesFrom(16 - n);
    const points = pointsIn(low, point, used);
    whole = !points;
    if (points) {
      const gap = ctz(points);
      power = gap - 15;
      low = v128.bitselect(v128.load(to - 17), low, lanesTo(gap));
      used = lanesFrom(17 - n);
    }
    const values = v128.and(i8x16.sub(low, i8x16.splat(48)), used);
    if (v128.any_true(notDigits(values)) || (n == 1 && points)) return scientific(from, to, point, tables);
    digits = digits16(values);
  } else {
    let high = v128.load(to - 32);
    let used = lanesFrom(32 - n);
    let points = i8x16.bitmask(i8x16.eq(low, i8x16.splat(point as i8)));
    if (points) {
      const gap = ctz(points);
      power = gap - 15;
      low = v128.bitselect(v128.load(to - 17), low, lanesTo(gap));
      high = v128.load(to - 33);
      used = lanesFrom(33 - n);
    } else if ((points = pointsIn(high, point, used))) {
      const gap = ctz(points);
      power = gap - 31;
      high = v128.bitselect(v128.load(to - 33), high, lanesTo(gap));
      used = lanesFrom(33 - n);
    }
    whole = !points;
    const lowValues = i8x16.sub(low, i8x16.splat(48));
    const highValues = v128.and(i8x16.sub(high, i8x16.splat(48)), used);
    if (v128.any_true(v128.or(notDigits(lowValues), notDigits(highValues)))) return scientific(from, to, point, tables);
    const leading = digits16(highValues);
    if (leading > 999) return NaN;
    digits = leading * 10000000000000000 + digits16(lowValues);
    if (whole && digits >= EXACT) large = digits;
    // Beyond 2^53 nearly always: no branch that asks is cheaper than the answer for all.
    const size = toFloat(digits, power, tables + FIVES);
    return negative ? -size : size;
  }
  const size = scaled(digits, power, tables);
  return negative ? -size : size;
}

/** `plainNumber` as a call: inlined twice, it would double the time until the engine has compiled the scanner well. */
export function trimmedNumber(from: usize, to: usize, point: u32, tables: usize): f64 {
  return plainNumber(from, to, point, tables);
}

/** As `plainNumber`, digit by digit: numbers with an exponent, and very long ones. */
function scientific(from: usize, to: usize, point: u32, tables: usize): f64 {
  let at = from;
  const sign = load<u8>(at);
  if (sign == 45 || sign == 43) at++;
  let digits: u64 = 0;
  let significant = 0;
  let power = 0;
  let any = false;
  let fraction = false;
  for (; at < to; at++) {
    const byte: u32 = load<u8>(at);
    const digit = byte - 48;
    if (digit <= 9) {
      any = true;
      if (digits != 0 || digit != 0) significant++;
      if (significant > 19) return NaN;
      digits = digits * 10 + digit;
      if (fraction) power--;
    } else if (byte == point && !fraction) fraction = true;
    else break;
  }
  if (!any) return NaN;
  whole = !fraction && at == to;
  if (at < to) {
    if ((load<u8>(at) | 32) != 101 || ++at == to) return NaN;
    const down = load<u8>(at) == 45;
    if (down || load<u8>(at) == 43) at++;
    if (at == to) return NaN;
    let exponent = 0;
    for (; at < to; at++) {
      const digit = load<u8>(at) - 48;
      if (digit > 9) return NaN;
      // Beyond, every float64 is 0 or infinite, whatever follows.
      if (exponent < 100000) exponent = exponent * 10 + digit;
    }
    power += down ? -exponent : exponent;
  }
  const size = scaled(digits, power, tables);
  return sign == 45 ? -size : size;
}
