import type { Dtype, Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { halfToNumber, numberToHalf } from "../array/half.ts";
import { readScalar } from "../array/scalar.ts";

/**
 * The element at `position` (in elements from the start of `data`) as text that reads back as the same value: integers
 * exact, floats with the fewest digits that their own dtype needs, `nan`, `inf`, `-inf`, `-0`; True and False; complex as
 * `1+2j`; ISO text for datetime; bytes as Latin-1.
 */
export function valueText(dtype: Dtype, data: Elements, position: number): string {
  const { kind } = elementOf(dtype);
  switch (kind) {
    case "half":
      return floatText(halfToNumber(data[position] as number), (digits) => halfToNumber(numberToHalf(digits)));
    case "float":
      return floatText(data[position] as number, roundingOf(dtype));
    case "complex": {
      const round = roundingOf(dtype);
      const imaginary = floatText(data[2 * position + 1] as number, round);
      return `${floatText(data[2 * position] as number, round)}${imaginary.startsWith("-") ? "" : "+"}${imaginary}j`;
    }
    default:
      return plainText(readScalar(dtype, data, position));
  }
}

/** What a dtype narrower than float64 keeps of a number; `null` for float64, which keeps all. */
type Rounding = ((value: number) => number) | null;

function roundingOf(dtype: Dtype): Rounding {
  return dtype === "float32" || dtype === "complex64" ? Math.fround : null;
}

function plainText(value: ReturnType<typeof readScalar>): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value instanceof Uint8Array ? String.fromCharCode(...value) : String(value);
}

/** `value`, which its dtype holds exactly, with no more digits than it takes for `round` to bring it back. */
function floatText(value: number, round: Rounding): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  if (round === null) return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (round(short) === value) return String(short);
  }
  // Nine significant digits tell any two float32 apart.
  return String(Number(value.toPrecision(9)));
}
