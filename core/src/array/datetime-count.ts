import { OverflowError, ValueError } from "../errors.ts";
import { NOT_A_TIME, type Unit } from "./datetime.ts";
import { parseDatetime } from "./datetime-parse.ts";
import { isWhole } from "./infer-dtype.ts";
import { latin1 } from "./python-string.ts";

/**
 * The count that a datetime64 takes for a value: text is a date, a number the count itself, nothing is NaT.
 *
 * @throws {ValueError} text that is no date, a number where the dtype has no unit, or what is neither.
 * @throws {OverflowError} a count of more than 64 bits.
 * @see numpy/_core/src/multiarray/datetime.c, convert_pyobject_to_datetime
 */
export function datetimeCount(value: unknown, unit: Unit): bigint {
  const text = textOf(value);
  if (text !== null) return parseDatetime(text, unit);
  const count = countOf(value);
  if (count !== null && unit.name === "generic") {
    throw new ValueError("Converting an integer to a NumPy datetime requires a specified unit");
  }
  return withinInt64(count ?? missing(value, "datetime"));
}

/**
 * The count that a timedelta64 takes for a value: a number, or text of an integer; nothing is NaT.
 *
 * @throws {ValueError} what is no integer.
 * @throws {OverflowError} a count of more than 64 bits.
 * @see numpy/_core/src/multiarray/datetime.c, convert_pyobject_to_timedelta
 */
export function timedeltaCount(value: unknown): bigint {
  const text = textOf(value);
  if (text !== null) {
    if (text === "" || /^nat$/i.test(text)) return NOT_A_TIME;
    // As C's strtoll: spaces in front, none behind.
    const digits = /^[ \t-\r]*([+-]?\d+)$/.exec(text)?.[1];
    if (digits === undefined) throw new ValueError("Could not convert object to NumPy timedelta");
    const count = BigInt(digits.replace("+", ""));
    return count < NOT_A_TIME ? NOT_A_TIME : count > MOST ? MOST : count;
  }
  return withinInt64(countOf(value) ?? missing(value, "timedelta"));
}

const MOST = 2n ** 63n - 1n;

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return value instanceof Uint8Array ? latin1(value) : null;
}

function countOf(value: unknown): bigint | null {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  return typeof value === "number" && isWhole(value) ? BigInt(value) : null;
}

function missing(value: unknown, what: "datetime" | "timedelta"): bigint {
  if (value === null || value === undefined) return NOT_A_TIME;
  throw new ValueError(`Could not convert object to NumPy ${what}`);
}

function withinInt64(count: bigint): bigint {
  if (count < NOT_A_TIME || count > MOST) throw new OverflowError("int too big to convert");
  return count;
}
