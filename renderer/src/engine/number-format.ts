import type { Scalar } from "@argscope/core/array/scalar.ts";
import { scalarText } from "./number-text.ts";

/** How a number is written other than as it is; `digits` behind the point. */
export interface WrittenNumber {
  readonly kind: "shortest" | "fixed" | "scientific" | "thousands";
  readonly digits: number;
}

/** Above this `toFixed` gives up and writes an exponent. */
const MOST_FIXED = 1e21;

const groups = new Map<number, Intl.NumberFormat>();

/** A value in another way of writing. What is no plain number (NaN, infinities, dates, truth values, complex) stays as it is. */
export function formatted(value: Scalar, { kind, digits }: WrittenNumber): string {
  if (kind === "shortest" || (typeof value !== "number" && typeof value !== "bigint")) return scalarText(value);
  if (typeof value === "number" && !Number.isFinite(value)) return scalarText(value);
  if (kind === "scientific") return scientific(value, digits);
  if (kind === "thousands") return grouping(digits).format(value);
  if (typeof value === "bigint") return digits === 0 ? String(value) : `${value}.${"0".repeat(digits)}`;
  return Math.abs(value) < MOST_FIXED ? value.toFixed(digits) : scalarText(value);
}

/** With at least two digits in the exponent, as NumPy writes it. */
function scientific(value: number | bigint, digits: number): string {
  return Number(value)
    .toExponential(digits)
    .replace(/e([+-])(\d)$/u, "e$10$2");
}

function grouping(digits: number): Intl.NumberFormat {
  const known = groups.get(digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  groups.set(digits, made);
  return made;
}
