// Decimal to float64 by one or two 64 x 64 multiplications with a table of powers of five, always correctly rounded.
//
// Daniel Lemire, "Number parsing at a gigabyte per second" (2021), and Noble Mushtak and Daniel Lemire, "Fast number parsing
// without fallback" (2022), which shows that the truncated product always decides the rounding for up to 19 digits.

/** Powers of ten of the table: 128 bits each, the upper half first. Below, every value is 0; above, infinite. */
const SMALLEST: i32 = -342;
const LARGEST: i32 = 308;

/** The upper 64 bits of a product. WebAssembly multiplies 64 bits at most, so it takes four. */
// @ts-ignore: decorator
@inline
function upper(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const left = a1 * b0 + ((a0 * b0) >> 32);
  const right = a0 * b1 + (left & 0xffffffff);
  return a1 * b1 + (left >> 32) + (right >> 32);
}

/** `upper` as a call, where it is rarely needed: what is inlined the engine has to compile. */
function upperCall(a: u64, b: u64): u64 {
  return upper(a, b);
}

/** A value that is exactly half way between two, which only small powers can be, goes to the even one. */
function toEven(mantissa: u64, high: u64, drop: u64, power: i32): u64 {
  return power >= -4 && power <= 23 && (mantissa & 3) == 1 && mantissa << drop == high ? mantissa & ~1 : mantissa;
}

/** What is below the normal numbers, or above all. */
function atTheEnds(high: u64, drop: u64, exponent: i32): f64 {
  if (exponent > 0) return Infinity;
  if (exponent <= -63) return 0;
  let mantissa = (high >> drop) >> ((1 - exponent) as u64);
  mantissa += mantissa & 1;
  // A carry out of the subnormals lands in the exponent's lowest bit, where it belongs.
  return reinterpret<f64>(mantissa >> 1);
}

/** digits x 10^power, digits not 0, of a power that the table has. `near`: the value is a normal number. */
// @ts-ignore: decorator
@inline
function product(digits: u64, power: i32, fives: usize, near: bool): f64 {
  const shift = clz<u64>(digits);
  const w = digits << shift;
  const five = fives + ((power - SMALLEST) as usize) * 16;
  const first = load<u64>(five);
  let high = upper(w, first);
  let low = w * first;
  // Nine bits below the 55 that matter all ones: the rest of the power of five may carry into them.
  if ((high & 0x1ff) == 0x1ff) {
    const more = upperCall(w, load<u64>(five, 8));
    low += more;
    if (low < more) high++;
  }
  const top = high >> 63;
  const drop = top + 9;
  // 217706 / 2^16 is log2(10) closely enough for every power of the table.
  const exponent = ((217706 * power) >> 16) + 63 + (top as i32) - (shift as i32) + 1023;
  if (!near && (exponent - 1) as u32 >= 2046) return atTheEnds(high, drop, exponent);
  let mantissa = high >> drop;
  if (low <= 1) mantissa = toEven(mantissa, high, drop, power);
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  // The mantissa's leading one, and what rounding carries beyond it, count into the exponent; beyond the last it is infinite.
  return reinterpret<f64>((((exponent - 1) as u64) << 52) + mantissa);
}

/** digits x 10^power for -40 < power <= 0; `digits` exact. `fives` is the table's address. */
// @ts-ignore: decorator
@inline
export function fraction(digits: u64, power: i32, fives: usize): f64 {
  return digits == 0 ? 0 : product(digits, power, fives, true);
}

/** A size with its sign. No branch asks for it: where signs are random no processor foresees one. */
// @ts-ignore: decorator
@inline
export function signed(size: f64, negative: bool): f64 {
  return reinterpret<f64>(reinterpret<u64>(size) | ((negative as u64) << 63));
}

/** digits x 10^power; `digits` exact, not 0 unless the value is. */
export function toFloat(digits: u64, power: i32, fives: usize): f64 {
  if (digits == 0 || power < SMALLEST) return 0;
  if (power > LARGEST) return Infinity;
  return product(digits, power, fives, false);
}
