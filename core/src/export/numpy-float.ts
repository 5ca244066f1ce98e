import { halfToNumber, numberToHalf } from "../array/half.ts";
import { type Digits, FLOAT_FORMATS, floatDigits } from "./float-digits.ts";

/** Digits behind the point that NumPy shows at most, unless someone asks for more. */
const PRECISION = 8;

export type FloatName = keyof typeof FLOAT_FORMATS;

/** From these sizes on an array is shown with exponents; 10 to the decimal digits that the format surely keeps, at most 8. */
const EXPONENT_FROM = { float16: 1e3, float32: 1e6, float64: 1e8 } as const satisfies Record<FloatName, number>;

/** From these sizes on a float alone is written with an exponent (scalartypes.c.src, its `str`). */
const SCALAR_EXPONENT_FROM = { float16: 1e3, float32: 1e6, float64: 1e16 } as const satisfies Record<FloatName, number>;

/** What the dtypes keep of a number. */
const ROUND = {
  float16: (value: number) => halfToNumber(numberToHalf(value)),
  float32: Math.fround,
  float64: (value: number) => value,
} as const satisfies Record<FloatName, (value: number) => number>;

/** What stands before a number that is not negative: the imaginary part of a complex number has a plus. */
type Plus = "" | "+";

/**
 * How NumPy writes the floats of an array: all with exponents or none, points one below the other, no more than 8 digits
 * behind the point, and fewer where fewer tell the number.
 *
 * @param shown the values that will be seen; the others have no say.
 * @see numpy/_core/arrayprint.py, FloatingFormat
 */
export function floatFormat(dtype: FloatName, shown: readonly number[], plus: Plus = ""): (value: number) => string {
  const finite = shown.filter(Number.isFinite);
  const signed = (value: number) => sign(value) || plus;
  const layout = needsExponents(dtype, finite)
    ? exponentLayout(dtype, finite, signed)
    : positionalLayout(dtype, finite, signed);
  const width = Math.max(
    layout.left + layout.right + 1,
    ...shown.filter((value) => !Number.isFinite(value)).map((value) => special(value, plus).length),
  );
  return (value) => (Number.isFinite(value) ? layout.text(value) : special(value, plus)).padStart(width);
}

/**
 * A float alone, as `str` of NumPy's scalar gives it.
 *
 * @param whole what stands behind an integer that has no exponent; nothing in a complex number.
 */
export function floatScalar(dtype: FloatName, value: number, whole = ".0"): string {
  if (!Number.isFinite(value)) return special(value);
  const size = Math.abs(value);
  const digits = floatDigits(size, FLOAT_FORMATS[dtype]);
  if (size !== 0 && (size < 1e-4 || size >= SCALAR_EXPONENT_FROM[dtype])) {
    const parts = withExponent(digits);
    return `${sign(value)}${parts.whole}${parts.fraction && "."}${parts.fraction}e${exponentText(parts.exponent, 2)}`;
  }
  const parts = positional(digits);
  return `${sign(value)}${parts.whole}${parts.fraction ? `.${parts.fraction}` : whole}`;
}

/** Widths to the left and right of the point, and the text of a finite value, not yet padded on the left. */
interface Layout {
  readonly left: number;
  readonly right: number;
  readonly text: (value: number) => string;
}

type Signed = (value: number) => string;

function needsExponents(dtype: FloatName, finite: readonly number[]): boolean {
  const sizes = finite.filter((value) => value !== 0).map(Math.abs);
  if (sizes.length === 0) return false;
  const largest = sizes.reduce((a, b) => Math.max(a, b));
  const smallest = sizes.reduce((a, b) => Math.min(a, b));
  // NumPy compares and divides in the array's own dtype.
  const round = ROUND[dtype];
  return largest >= EXPONENT_FROM[dtype] || smallest < round(0.0001) || round(largest / smallest) > 1000;
}

function positionalLayout(dtype: FloatName, finite: readonly number[], signed: Signed): Layout {
  const parts = (value: number) =>
    positional(floatDigits(Math.abs(value), FLOAT_FORMATS[dtype], { behind: "point", min: 0, max: PRECISION }));
  const right = longest(finite.map((value) => parts(value).fraction));
  const left = longest(finite.map((value) => signed(value) + parts(value).whole));
  const text = (value: number) => {
    const { whole, fraction } = parts(value);
    return `${signed(value)}${whole}.${fraction.padEnd(right)}`;
  };
  return { left, right, text };
}

function exponentLayout(dtype: FloatName, finite: readonly number[], signed: Signed): Layout {
  const format = FLOAT_FORMATS[dtype];
  const cut = (value: number, min: number, max: number) =>
    withExponent(floatDigits(Math.abs(value), format, { behind: "first digit", min, max }));
  const seen = finite.map((value) => cut(value, 0, PRECISION));
  const precision = longest(seen.map(({ fraction }) => fraction));
  const exponentDigits = longest(seen.map(({ exponent }) => exponentText(exponent, 2))) - 1;
  const text = (value: number) => {
    const { whole, fraction, exponent } = cut(value, precision, precision);
    return `${signed(value)}${whole}.${fraction.padEnd(precision, "0")}e${exponentText(exponent, exponentDigits)}`;
  };
  return { left: longest(finite.map((value) => `${signed(value)}1`)), right: exponentDigits + 2 + precision, text };
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? "-" : "";
}

function special(value: number, plus: Plus = ""): string {
  return Number.isNaN(value) ? `${plus}nan` : `${sign(value) || plus}inf`;
}

/** Digits on both sides of the point, none of them a needless zero behind it. */
function positional({ digits, point }: Digits): { whole: string; fraction: string } {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = "0".repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
  return { whole, fraction: fraction.replace(/0+$/, "") };
}

function withExponent({ digits, point }: Digits): { whole: string; fraction: string; exponent: number } {
  const isZero = digits === "0";
  return { whole: digits.charAt(0), fraction: digits.slice(1).replace(/0+$/, ""), exponent: isZero ? 0 : point - 1 };
}

function exponentText(exponent: number, digits: number): string {
  return `${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(digits, "0")}`;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}
