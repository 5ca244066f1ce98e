import { NOT_A_TIME, unitOf } from "../array/datetime.ts";
import { parseTypedDatetime } from "../array/datetime-parse.ts";
import type { Dtype } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import type { Complex } from "../array/scalar.ts";
import { ValueError } from "../errors.ts";
import { complexOf } from "./complex-text.ts";
import { integerOf, type NumberStyle, numberOf, plainStyle } from "./number-style.ts";

/** What a text means in an array of some dtype: the value that is written, and the text as it is kept. */
export interface Understood {
  readonly value: number | bigint | boolean | string | Complex;
  readonly text: string;
}

/** The longest part of a text that a refusal shows. */
const SHOWN = 40;

/**
 * What a person's text means as an element.
 *
 * @throws {ValueError} it means nothing there: why, in one sentence.
 */
export function understand(text: string, dtype: Dtype, style: NumberStyle): Understood {
  const { kind, numbers } = elementOf(dtype);
  switch (kind) {
    case "float":
    case "half":
      return { value: floatOf(text, style), text: text.trim() };
    case "int":
    case "uint":
    case "bigint":
    case "biguint":
    case "intp":
      return integer(text, dtype, style);
    case "bool":
      return bool(text);
    case "complex":
      return complex(text);
    case "datetime":
      return { value: countOfDate(text, dtype), text: text.trim() };
    case "timedelta":
      return { value: countOf(text, dtype), text: text.trim() };
    case "str":
      if (Array.from(text).length > numbers)
        throw new ValueError(`${shown(text)} is longer than the ${numbers} characters of ${dtype}.`);
      return { value: text, text };
    case "bytes":
      if (!isAscii(text)) throw new ValueError(`${shown(text)} is not ASCII, and an array of ${dtype} holds no other text.`);
      if (text.length > numbers) throw new ValueError(`${shown(text)} is longer than the ${numbers} bytes of ${dtype}.`);
      return { value: text, text };
    case "record":
      throw new ValueError("The cells of a structured array cannot be edited.");
  }
}

/** A text as a refusal quotes it. */
function shown(text: string): string {
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;
}

function isAscii(text: string): boolean {
  return Array.from(text).every((character) => character.charCodeAt(0) < 128);
}

function floatOf(text: string, style: NumberStyle): number {
  const value = numberOf(text, style);
  if (value !== null) return value;
  const isOther = style.point === "," && numberOf(text, { point: ".", thousands: "" }) !== null;
  const why = isOther ? "is no number here: this file writes numbers with a decimal comma" : "is not a number";
  throw new ValueError(`${shown(text)} ${why}.`);
}

function integer(text: string, dtype: Dtype, style: NumberStyle): Understood {
  const exact = integerOf(text, style);
  if (exact !== null) return { value: within(exact, dtype), text: text.trim() };
  const value = floatOf(text, style);
  if (Number.isNaN(value)) throw new ValueError(`An array of ${dtype} has no room for NaN: every cell is a whole number.`);
  if (!Number.isFinite(value)) throw new ValueError(`An array of ${dtype} has no room for infinity.`);
  if (!Number.isInteger(value))
    throw new ValueError(`${shown(text)} is not a whole number, and an array of ${dtype} holds no other.`);
  // Written as an integer, so that a column of integers stays one when the file is read again.
  return { value: within(BigInt(value), dtype), text: BigInt(value).toString() };
}

function within(value: bigint, dtype: Dtype): bigint {
  const bits = BigInt(dtype === "intp" ? 64 : (/\d+/.exec(dtype)?.[0] ?? 64));
  const [least, most] = dtype.startsWith("u") ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  if (value >= least && value <= most) return value;
  throw new ValueError(`${shown(String(value))} is out of range: ${dtype} holds ${least} to ${most}.`);
}

function bool(text: string): Understood {
  const bare = text.trim();
  if (/^(?:true|1)$/i.test(bare)) return { value: true, text: bare };
  if (/^(?:false|0)$/i.test(bare)) return { value: false, text: bare };
  throw new ValueError(`${shown(text)} is neither True nor False.`);
}

function countOfDate(text: string, dtype: Dtype): bigint {
  try {
    return parseTypedDatetime(text.trim(), unitOf(dtype));
  } catch {
    throw new ValueError(`${shown(text)} is not a date: write 2026-11-22, or 2026-11-22T10:30, or NaT.`);
  }
}

function countOf(text: string, dtype: Dtype): bigint {
  if (/^(?:nat)?$/i.test(text.trim())) return NOT_A_TIME;
  const count = integerOf(text, plainStyle);
  if (count === null)
    throw new ValueError(`${shown(text)} is not a count of ${unitOf(dtype).name}: write a whole number, or NaT.`);
  return within(count, "int64");
}

function complex(text: string): Understood {
  const value = complexOf(text);
  if (value === null) throw new ValueError(`${shown(text)} is not a complex number: write 1+2j.`);
  return { value, text: text.trim() };
}
