import { datetimeText, NOT_A_TIME, type Unit } from "../array/datetime.ts";

/** Gives the text of a count of a dtype's unit. */
export type CountText = (count: bigint) => string;

/**
 * How NumPy writes the dates of an array: quoted, all as wide as the first or the last of them.
 *
 * @param shown the counts that will be seen.
 * @see numpy/_core/arrayprint.py, DatetimeFormat
 */
export function datetimeFormat(unit: Unit, shown: readonly bigint[]): CountText {
  return aligned((count) => `'${datetimeText(count, unit)}'`, shown);
}

/**
 * How NumPy writes the timedeltas of an array: the counts alone, without their unit.
 *
 * @see numpy/_core/arrayprint.py, TimedeltaFormat
 */
export function timedeltaFormat(shown: readonly bigint[]): CountText {
  return aligned(String, shown);
}

const NAMES: Readonly<Record<string, string>> = {
  Y: "years",
  M: "months",
  W: "weeks",
  D: "days",
  h: "hours",
  m: "minutes",
  s: "seconds",
  ms: "milliseconds",
  us: "microseconds",
  ns: "nanoseconds",
  ps: "picoseconds",
  fs: "femtoseconds",
  as: "attoseconds",
};

/**
 * A timedelta alone, as `str` of NumPy's scalar gives it: `5 days`.
 *
 * @see numpy/_core/src/multiarray/scalartypes.c.src, timedeltatype_str
 */
export function timedeltaScalar(count: bigint, unit: Unit): string {
  if (count === NOT_A_TIME) return "NaT";
  return `${BigInt.asIntN(64, count * unit.multiple)} ${NAMES[unit.name] ?? "generic time units"}`;
}

function aligned(text: CountText, shown: readonly bigint[]): CountText {
  const times = shown.filter((count) => count !== NOT_A_TIME).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const ends = [times[0], times.at(-1)].filter((count) => count !== undefined).map((count) => text(count));
  if (times.length < shown.length) ends.push("'NaT'");
  const width = Math.max(0, ...ends.map((end) => end.length));
  return (count) => (count === NOT_A_TIME ? "'NaT'" : text(count)).padStart(width);
}
