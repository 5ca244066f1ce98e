// Decimal to float64 by one or two 64 x 64 multiplications with a table of powers of five, always correctly rounded.
//
// Daniel Lemire, "Number parsing at a gigabyte per second" (2021), and Noble Mushtak and Daniel Lemire, "Fast number parsing
// without fallback" (2022), which shows that the truncated product always decides the rounding for up to 19 digits.

/** Powers of ten of the table: 128 bits each, the upper half first. Below, every value is 0; above, infinite. */
const SMALLEST: i32 = -342;
const LARGEST: i32 = 308;

let upper: u64 = 0;
let lower: u64 = 0;

/** The 128-bit product, left in `upper` and `lower`. WebAssembly multiplies 64 bits at most, so it takes four. */
// @ts-ignore: decorator
@inline
function multiply(a: u64, b: u64): void {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const low = a0 * b0;
  const left = a1 * b0 + (low >> 32);
  const right = a0 * b1 + (left & 0xffffffff);
  upper = a1 * b1 + (left >> 32) + (right >> 32);
  lower = (right << 32) | (low & 0xffffffff);
}

/** digits x 10^power; `digits` exact, not 0 unless the value is. `fives` is the table's address. */
export function toFloat(digits: u64, power: i32, fives: usize): f64 {
  if (digits == 0 || power < SMALLEST) return 0;
  if (power > LARGEST) return Infinity;
  const shift = clz<u64>(digits);
  const w = digits << shift;
  const five = fives + ((power - SMALLEST) as usize) * 16;
  multiply(w, load<u64>(five));
  let high = upper;
  let low = lower;
  // Nine bits below the 55 that matter all ones: the rest of the power of five may carry into them.
  if ((high & 0x1ff) == 0x1ff) {
    multiply(w, load<u64>(five, 8));
    low += upper;
    if (upper > low) high++;
  }
  const top = (high >> 63) as i32;
  const drop = (top + 9) as u64;
  let mantissa = high >> drop;
  // 217706 / 2^16 is log2(10) closely enough for every power of the table.
  let exponent = ((217706 * power) >> 16) + 63 + top - (shift as i32) + 1023;
  if (exponent <= 0) {
    if (exponent <= -63) return 0;
    mantissa >>= (1 - exponent) as u64;
    mantissa += mantissa & 1;
    // A carry out of the subnormals lands in the exponent's lowest bit, where it belongs.
    return reinterpret<f64>(mantissa >> 1);
  }
  // Exactly half way, which only small powers can be: to even.
  if (low <= 1 && power >= -4 && power <= 23 && (mantissa & 3) == 1 && mantissa << drop == high) mantissa &= ~1;
  mantissa += mantissa & 1;
  mantissa >>= 1;
  if (mantissa >= 1 << 53) {
    mantissa = 1 << 52;
    exponent++;
  }
  if (exponent >= 2047) return Infinity;
  return reinterpret<f64>((mantissa & 0xfffffffffffff) | ((exponent as u64) << 52));
}
