import { ValueError } from "../errors.ts";
import { daysOfDate, decimalsOf, floorDivide, NOT_A_TIME, type Unit } from "./datetime.ts";

const ISO = /^([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,18}))?)?)?)?)?)?(?:Z)?$/;

/**
 * The count that ISO 8601 text stands for in `unit`; what is finer than the unit is dropped, as NumPy drops it.
 *
 * @throws {ValueError} the text is no date, or a part of it is out of range.
 * @see numpy/_core/src/multiarray/datetime_strings.c, NpyDatetime_ParseISO8601Datetime
 */
export function parseDatetime(text: string, unit: Unit): bigint {
  if (text === "" || /^nat$/i.test(text)) return NOT_A_TIME;
  const match = ISO.exec(text);
  if (match === null) throw new ValueError(`Error parsing datetime string "${text}" at position 0`);
  const [, year, month = "1", day = "1", hour = "0", minute = "0", second = "0", fraction = ""] = match;
  const y = BigInt(year as string);
  const m = BigInt(month);
  const d = BigInt(day);
  if (m < 1n || m > 12n) throw new ValueError(`Month out of range in datetime string "${text}"`);
  if (d < 1n || d > daysInMonth(y, m)) throw new ValueError(`Day out of range in datetime string "${text}"`);
  if (Number(hour) > 23) throw new ValueError(`Hours out of range in datetime string "${text}"`);
  if (Number(minute) > 59) throw new ValueError(`Minutes out of range in datetime string "${text}"`);
  if (Number(second) > 59) throw new ValueError(`Seconds out of range in datetime string "${text}"`);
  const days = daysOfDate(y, m, d);
  const seconds = BigInt(hour) * 3600n + BigInt(minute) * 60n + BigInt(second);
  return floorDivide(countInUnit(y, m, days, seconds, fraction, unit), unit.multiple);
}

function countInUnit(year: bigint, month: bigint, days: bigint, seconds: bigint, fraction: string, unit: Unit): bigint {
  switch (unit.name) {
    case "generic":
      throw new ValueError("Converting a NumPy datetime needs a unit");
    case "Y":
      return year - 1970n;
    case "M":
      return (year - 1970n) * 12n + month - 1n;
    case "W":
      return floorDivide(days, 7n);
    case "D":
      return days;
    case "h":
      return days * 24n + seconds / 3600n;
    case "m":
      return days * 1440n + seconds / 60n;
    default: {
      const decimals = decimalsOf(unit) ?? 0;
      const parts = BigInt(fraction.padEnd(18, "0").slice(0, decimals) || 0);
      return (days * 86400n + seconds) * 10n ** BigInt(decimals) + parts;
    }
  }
}

function daysInMonth(year: bigint, month: bigint): bigint {
  return month === 12n ? 31n : daysOfDate(year, month + 1n, 1n) - daysOfDate(year, month, 1n);
}
