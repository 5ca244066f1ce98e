/** The binary formats that floats of an array have. `bits` of precision count the hidden one. */
export interface FloatFormat {
  readonly bits: number;
  /** Exponent of the last bit of the smallest numbers. */
  readonly lowest: number;
}

export const FLOAT_FORMATS = {
  float16: { bits: 11, lowest: -24 },
  float32: { bits: 24, lowest: -149 },
  float64: { bits: 53, lowest: -1074 },
} as const satisfies Record<string, FloatFormat>;

/** Decimal digits of a number: its value is 0.ddd… × 10^point. No zeros at the front but for the number zero. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** How many digits are wanted behind the point, or behind the first digit: from `min` on as few as will do, up to `max`. */
export interface Cutoff {
  readonly behind: "point" | "first digit";
  readonly min: number;
  readonly max: number;
}

const NO_CUTOFF: Cutoff = { behind: "point", min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/**
 * The fewest decimal digits that tell a finite number from every other of its format; at a cutoff rounded to nearest, ties to
 * the even digit. Exact, with integers of any length: meant for the thousand numbers that are shown, not for a million.
 *
 * @param value not negative, and exactly representable in `format`.
 * @see numpy/_core/src/multiarray/dragon4.c, Dragon4, in its mode DigitMode_Unique, for what the cutoffs do
 */
export function floatDigits(value: number, format: FloatFormat, cutoff: Cutoff = NO_CUTOFF): Digits {
  if (value === 0) return { digits: "0", point: 1 };
  const { mantissa, exponent } = partsOf(value, format);
  // Everything is scaled by 4 and by a power of two or ten, so that a quarter of the last bit is an integer.
  let numerator = mantissa * 4n;
  let above = 2n;
  let below = mantissa === 1n << BigInt(format.bits - 1) && exponent > format.lowest ? 1n : 2n;
  let unit = 4n;
  if (exponent >= 0) {
    numerator <<= BigInt(exponent);
    above <<= BigInt(exponent);
    below <<= BigInt(exponent);
  } else {
    unit <<= BigInt(-exponent);
  }
  // The power of ten of the first digit: one of two, which the comparison decides.
  let power = Math.floor(Math.log10(value));
  const scaled = (by: number) => (by >= 0 ? [numerator, unit * 10n ** BigInt(by)] : [numerator * 10n ** BigInt(-by), unit]);
  const reaches = (by: number) => {
    const [left = 0n, right = 1n] = scaled(by);
    return left >= right;
  };
  if (!reaches(power)) power -= 1;
  else if (reaches(power + 1)) power += 1;
  if (power >= 0) {
    unit *= 10n ** BigInt(power);
  } else {
    const up = 10n ** BigInt(-power);
    numerator *= up;
    above *= up;
    below *= up;
  }
  return generate({ numerator, unit, below, above, even: mantissa % 2n === 0n, power }, cutoff);
}

interface Scaled {
  readonly numerator: bigint;
  /** One of the current digit. */
  readonly unit: bigint;
  /** Half the distance to the neighbour below, and above. */
  readonly below: bigint;
  readonly above: bigint;
  /** The limits themselves read back as the number. */
  readonly even: boolean;
  /** Power of ten of the first digit. */
  readonly power: number;
}

function generate(scaled: Scaled, cutoff: Cutoff): Digits {
  const { unit, even } = scaled;
  let { numerator, below, above } = scaled;
  const from = cutoff.behind === "point" ? 0 : scaled.power;
  let digits = 0n;
  for (let power = scaled.power; ; power--) {
    digits = digits * 10n + numerator / unit;
    numerator %= unit;
    const low = even ? numerator <= below : numerator < below;
    const high = even ? numerator + above >= unit : numerator + above > unit;
    if (((low || high) && power <= from - cutoff.min) || power <= from - cutoff.max) {
      const up = low === high ? roundsUp(numerator * 2n, unit, digits) : high;
      const text = String(up ? digits + 1n : digits);
      return { digits: text, point: text.length + power };
    }
    numerator *= 10n;
    below *= 10n;
    above *= 10n;
  }
}

function roundsUp(twice: bigint, unit: bigint, digits: bigint): boolean {
  return twice === unit ? digits % 2n === 1n : twice > unit;
}

/** `value` as mantissa × 2^exponent, the mantissa with all the bits that the format has. */
function partsOf(value: number, { bits, lowest }: FloatFormat): { mantissa: bigint; exponent: number } {
  let exponent = Math.max(lowest, Math.floor(Math.log2(value)) - bits + 1);
  // The logarithm may be off by one next to a power of two.
  while (value / 2 ** exponent >= 2 ** bits) exponent += 1;
  while (exponent > lowest && value / 2 ** exponent < 2 ** (bits - 1)) exponent -= 1;
  return { mantissa: BigInt(value / 2 ** exponent), exponent };
}
