import { groupedNumber } from "../formats/csv/cell.ts";
import { type Dialect, noByte } from "../formats/csv/dialect.ts";
import { usualMissing } from "../formats/csv/options.ts";

/** How numbers are written where the cells are: in the file's own way, so that what is saved reads back as the same number. */
export interface NumberStyle {
  readonly point: "." | ",";
  /** What parts thousands; empty where nothing does. */
  readonly thousands: string;
}

/** Numbers as NumPy and everybody else writes them. */
export const plainStyle: NumberStyle = { point: ".", thousands: "" };

export function styleOf({ point, thousands }: Dialect): NumberStyle {
  return {
    point: String.fromCharCode(point) === "," ? "," : ".",
    thousands: thousands === noByte ? "" : String.fromCharCode(thousands),
  };
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITY = /^([+-]?)inf(?:inity)?$/i;
const MISSING = new Set(["", ...usualMissing.map((marker) => marker.toLowerCase())]);

/** The number that a text is, correctly rounded; NaN for the empty text and what stands for a missing number; null for no number. */
export function numberOf(text: string, style: NumberStyle): number | null {
  const bare = text.trim();
  if (MISSING.has(bare.toLowerCase())) return Number.NaN;
  const infinity = INFINITY.exec(bare);
  if (infinity !== null) return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const plain = plainDecimal(bare, style);
  return DECIMAL.test(plain) ? Number(plain) : null;
}

/** The whole number that a text is, exactly; null for anything else, `1e3` and `5.0` among it. */
export function integerOf(text: string, style: NumberStyle): bigint | null {
  const plain = plainDecimal(text.trim(), style);
  return /^[+-]?\d+$/.test(plain) ? BigInt(plain.replace(/^\+/, "")) : null;
}

/** The text with a decimal point and without what parts thousands; what it is not in this style stays no number. */
export function plainDecimal(text: string, { point, thousands }: NumberStyle): string {
  const isGrouped = thousands !== "" && groupedNumber(thousands, point).test(text);
  const whole = isGrouped ? text.replaceAll(thousands, "") : text;
  if (point === ".") return whole;
  // Where the comma is the decimal mark a point is none.
  return whole.includes(".") ? "" : whole.replace(",", ".");
}
