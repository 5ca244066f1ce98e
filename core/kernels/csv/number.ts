import { fraction, signed, toFloat } from "./lemire";

// Tables that the caller puts into memory (core/src/formats/csv/powers.ts): 10^0 … 10^22 as float64, the constants below, then
// the powers of five of lemire.ts.
/** 16 bytes of zeros, then 32 of ones: from byte n on, a vector with its last n lanes set. */
const LAST: usize = 23 * 8 + 8;
// Vectors of one value each. Loaded from memory they cost one instruction, written as constants three.
const ZEROS: usize = LAST + 48;
const BEYOND_NINE: usize = ZEROS + 16;
const TENS: usize = BEYOND_NINE + 16;
const HUNDREDS: usize = TENS + 16;
const TEN_THOUSANDS: usize = HUNDREDS + 16;
const FIVES: usize = TEN_THOUSANDS + 16;

/** 2^53: from here on float64 does not hold every whole number. */
const EXACT: u64 = 1 << 53;

/** Whether the number that `askedNumber` or `numberByDigits` read is written as a whole one: digits alone, and a sign. */
export let whole: bool = false;

/** Without its sign, the whole number not below 2^53 that one of them read; else 0. */
export let large: u64 = 0;

/**
 * The numbers that 16 digits make four by four, the most significant first: neighbours joined twice, 1 to 2 to 4 digits.
 *
 * A pair of bytes a, b is a + 256 b; times 2561 its upper byte is 10 a + b, and what b adds beyond is cut off.
 */
// @ts-ignore: decorator
@inline
function fours(digits: v128, tables: usize): v128 {
  const pairs = i16x8.shr_u(i16x8.mul(digits, v128.load(tables, TENS)), 8);
  return i32x4.dot_i16x8_s(pairs, v128.load(tables, HUNDREDS));
}

/** Two numbers of eight digits each, the lower half the more significant, as one of 16. */
// @ts-ignore: decorator
@inline
function joined(eights: u64): u64 {
  return (eights & 0xffffffff) * 100000000 + (eights >> 32);
}

/** The number that 16 digits are. */
// @ts-ignore: decorator
@inline
function sixteen(digits: v128, tables: usize): u64 {
  const four = fours(digits, tables);
  const narrow = i16x8.narrow_i32x4_s(four, four);
  return joined(i64x2.extract_lane(i32x4.dot_i16x8_s(narrow, v128.load(tables, TEN_THOUSANDS)), 0) as u64);
}

/** Bytes above 9 have their highest bit set. */
// @ts-ignore: decorator
@inline
function notDigits(values: v128, tables: usize): v128 {
  return i8x16.add_sat_u(values, v128.load(tables, BEYOND_NINE));
}

/** The whole number that bytes [from, to) are, from < to: up to 16 digits, below 2^53, and a minus sign; else NaN. */
// @ts-ignore: decorator
@inline
export function wholeNumber(from: usize, to: usize, tables: usize): f64 {
  const negative = load<u8>(from) == 45;
  const n = to - from - (negative as usize);
  if (n - 1 > 15) return NaN;
  const values = v128.and(i8x16.sub(v128.load(to - 16), v128.load(tables, ZEROS)), v128.load(tables + n, LAST));
  if (i8x16.bitmask(notDigits(values, tables))) return NaN;
  const digits = sixteen(values, tables);
  if (digits >= EXACT) return NaN;
  // Signed, because there is an instruction for it.
  const size = (digits as i64) as f64;
  return signed(size, negative);
}

/**
 * The number that bytes [from, to) are, from < to, correctly rounded, if it is a plain one: up to 19 digits, below 2^53 where
 * they are all, with a point among them, and a minus sign; else NaN. `point` parts the fraction. Reads up to 33 bytes before
 * `to`.
 *
 * The bytes are taken from their end, so that digits stand right-aligned in vectors. Those before a decimal point are loaded
 * again from one byte lower, which closes the gap that the point leaves.
 */
// @ts-ignore: decorator
@inline
export function plainNumber(from: usize, to: usize, point: u32, tables: usize): f64 {
  const negative = load<u8>(from) == 45;
  let n = to - from - (negative as usize);
  if (n - 1 > 31) return NaN;
  let low = v128.load(to - 16);
  const zeros = v128.load(tables, ZEROS);
  const points = i8x16.eq(low, i8x16.splat(point as i8));
  let power = 0;
  let digits: u64;
  if (n <= 16) {
    const found = i8x16.bitmask(v128.and(points, v128.load(tables + n, LAST)));
    if (found) {
      if (n == 1) return NaN;
      power = ctz(found) - 15;
      low = v128.bitselect(low, v128.load(to - 17), v128.load(tables + ((-power) as usize), LAST));
      n--;
    }
    const values = v128.and(i8x16.sub(low, zeros), v128.load(tables + n, LAST));
    if (i8x16.bitmask(notDigits(values, tables))) return NaN;
    digits = sixteen(values, tables);
    if (digits < EXACT) {
      // Two exact operands, so one rounding (Clinger, 1990).
      const exact = ((digits as i64) as f64) / load<f64>(tables + ((-power) as usize) * 8);
      return signed(exact, negative);
    }
    if (!power) return NaN;
  } else {
    let high = v128.load(to - 32);
    let found = i8x16.bitmask(points);
    if (found) {
      power = ctz(found) - 15;
      low = v128.bitselect(low, v128.load(to - 17), v128.load(tables + ((-power) as usize), LAST));
      high = v128.load(to - 33);
    } else {
      const pointsAbove = i8x16.eq(high, i8x16.splat(point as i8));
      found = i8x16.bitmask(v128.and(pointsAbove, v128.load(tables + n, LAST - 16)));
      if (!found) return NaN;
      power = ctz(found) - 31;
      high = v128.bitselect(high, v128.load(to - 33), v128.load(tables + ((-power) as usize), LAST - 16));
    }
    const lowValues = i8x16.sub(low, zeros);
    const highValues = v128.and(i8x16.sub(high, zeros), v128.load(tables + n, LAST - 17));
    if (i8x16.bitmask(v128.or(notDigits(lowValues, tables), notDigits(highValues, tables)))) return NaN;
    const narrow = i16x8.narrow_i32x4_s(fours(lowValues, tables), fours(highValues, tables));
    const eights = i32x4.dot_i16x8_s(narrow, v128.load(tables, TEN_THOUSANDS));
    // More than 19 digits: the upper eight are not 0, or the lower more than three.
    const leading = rotr<u64>(i64x2.extract_lane(eights, 1) as u64, 32);
    if (leading > 999) return NaN;
    // Beyond 2^53 nearly always: no branch that asks is cheaper than the answer for all.
    digits = leading * 10000000000000000 + joined(i64x2.extract_lane(eights, 0) as u64);
  }
  const size = fraction(digits, power, tables + FIVES);
  return signed(size, negative);
}

/** `plainNumber` as a call, which tells `whole` where it is asked for. */
export function askedNumber(from: usize, to: usize, point: u32, tables: usize, askWhole: bool): f64 {
  large = 0;
  const value = askWhole ? wholeNumber(from, to, tables) : NaN;
  whole = value == value;
  return whole ? value : plainNumber(from, to, point, tables);
}

/**
 * As `plainNumber`, digit by digit, and of every number with up to 19 significant digits: with an exponent, with a plus sign,
 * very long, and whole ones, of which `whole` and `large` tell. NaN leaves the number to exact arithmetic, if it is one.
 */
export function numberByDigits(from: usize, to: usize, point: u32, tables: usize): f64 {
  let at = from;
  const sign = load<u8>(at);
  if (sign == 45 || sign == 43) at++;
  let digits: u64 = 0;
  let significant = 0;
  let power = 0;
  let any = false;
  let pointed = false;
  large = 0;
  for (; at < to; at++) {
    const byte: u32 = load<u8>(at);
    const digit = byte - 48;
    if (digit <= 9) {
      any = true;
      if (digits != 0 || digit != 0) significant++;
      if (significant > 19) return NaN;
      digits = digits * 10 + digit;
      if (pointed) power--;
    } else if (byte == point && !pointed) pointed = true;
    else break;
  }
  if (!any) return NaN;
  whole = !pointed && at == to;
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
  if (whole && digits >= EXACT) large = digits;
  const size = toFloat(digits, power, tables + FIVES);
  return sign == 45 ? -size : size;
}
