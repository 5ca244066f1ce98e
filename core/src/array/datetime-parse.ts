import { ValueError } from "../errors.ts";
import { daysOfDate, decimalsOf, floorDivide, NOT_A_TIME, type Unit } from "./datetime.ts";

/** A date and time of day as text says it, and the unit of its last part. */
interface ParsedDatetime {
  readonly year: bigint;
  readonly month: bigint;
  readonly day: bigint;
  /** Of the day. */
  readonly seconds: number;
  /** Of a second: up to 18 digits. */
  readonly fraction: string;
  readonly unit: string;
}

/** The units that text can have, the coarse ones first. */
const UNITS = ["Y", "M", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"];

/**
 * The count that ISO 8601 text stands for in `unit`; what is finer than the unit is dropped, as NumPy drops it. Of NumPy's
 * words for a time only NaT is known, not `today` and `now`.
 *
 * @throws {ValueError} the text is no date, there is no unit, or a part of it is out of range.
 * @see numpy/_core/src/multiarray/datetime_strings.c, NpyDatetime_ParseISO8601Datetime
 */
export function parseDatetime(text: string, unit: Unit): bigint {
  if (isNat(text)) return NOT_A_TIME;
  if (unit.name === "generic") throw new ValueError("Cannot create a NumPy datetime other than NaT with generic units");
  // NumPy counts in 64 bits: a date too far away for its unit wraps round there, and so it does here.
  return floorDivide(BigInt.asIntN(64, countInUnit(new DatetimeText(text).parse(), unit)), unit.multiple);
}

/**
 * As `parseDatetime`, of what a person types: a year has four digits at least, so that a number is no date.
 *
 * @throws {ValueError} the text is no date, or a part of it is out of range.
 */
export function parseTypedDatetime(text: string, unit: Unit): bigint {
  if (isNat(text) || /^[+-]?\d{4}/.test(text)) return parseDatetime(text, unit);
  throw new ValueError(`Error parsing datetime string "${text}" at position 0`);
}

/** The unit that NumPy finds for texts: the finest of the dates among them; null where there is none. */
export function unitOfTexts(texts: readonly string[]): string | null {
  let finest = -1;
  for (const text of texts) {
    if (isNat(text)) continue;
    try {
      finest = Math.max(finest, UNITS.indexOf(new DatetimeText(text).parse().unit));
    } catch (error) {
      // What is no date is refused when it is to be counted in the unit of the others.
      if (!(error instanceof ValueError)) throw error;
    }
  }
  return UNITS[finest] ?? null;
}

function isNat(text: string): boolean {
  return text === "" || /^nat$/i.test(text);
}

/** Reads a date from left to right, so that what is wrong has a place. */
class DatetimeText {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    // What NumPy hands on of a text ends at its first NUL.
    this.#text = text.split("\0", 1)[0] as string;
  }

  parse(): ParsedDatetime {
    this.#skipSpaces();
    if (!this.#skip("-")) this.#skip("+");
    const sign = this.#text.startsWith("-") ? "-" : "";
    if (this.#atEnd) throw this.#unexpected();
    const year = BigInt(`${sign}${this.#digits(Number.POSITIVE_INFINITY) || "0"}`);
    const date = { year, month: 1n, day: 1n, seconds: 0, fraction: "" };
    if (this.#atEnd) return { ...date, unit: "Y" };
    this.#expect(/-/y);
    date.month = BigInt(this.#pair(1, 12, "Month"));
    if (this.#atEnd) return { ...date, unit: "M" };
    this.#expect(/-/y);
    date.day = BigInt(this.#pair(1, daysInMonth(year, date.month), "Day"));
    if (this.#atEnd) return { ...date, unit: "D" };
    this.#expect(/[T ]/y);
    const time = this.#time();
    const offset = this.#offset();
    this.#skipSpaces();
    if (!this.#atEnd) throw this.#unexpected();
    return withinDay({ ...date, ...time, seconds: time.seconds - offset });
  }

  #time(): Pick<ParsedDatetime, "seconds" | "fraction" | "unit"> {
    let seconds = this.#pair(0, 23, "Hours") * 3600;
    if (!this.#skip(":")) return { seconds, fraction: "", unit: "h" };
    seconds += this.#pair(0, 59, "Minutes") * 60;
    if (!this.#skip(":")) return { seconds, fraction: "", unit: "m" };
    seconds += this.#pair(0, 59, "Seconds");
    if (!this.#skip(".")) return { seconds, fraction: "", unit: "s" };
    const fraction = this.#digits(18);
    const unit = UNITS[6 + Math.max(0, Math.ceil(fraction.length / 3) - 1)] as string;
    return { seconds, fraction, unit };
  }

  /** Seconds that the text's clock is ahead of UTC. */
  #offset(): number {
    const sign = this.#skip("+") ? 60 : this.#skip("-") ? -60 : 0;
    if (sign === 0) {
      this.#skip("Z");
      return 0;
    }
    const hours = this.#pair(0, 23, "Timezone hours offset");
    if (this.#atEnd) return sign * hours * 60;
    this.#skip(":");
    return sign * (hours * 60 + this.#pair(0, 59, "Timezone minutes offset"));
  }

  get #atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skipSpaces(): void {
    while (/[ \t-\r]/.test(this.#text[this.#at] ?? "")) this.#at++;
  }

  #digits(most: number): string {
    const start = this.#at;
    while (this.#at - start < most && /\d/.test(this.#text[this.#at] ?? "")) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  /** What parts one number from the next, which must follow. */
  #expect(separator: RegExp): void {
    separator.lastIndex = this.#at;
    if (!separator.test(this.#text)) throw this.#unexpected();
    this.#at++;
  }

  #pair(least: number, most: number, what: string): number {
    const text = /^\d\d/.exec(this.#text.slice(this.#at, this.#at + 2))?.[0];
    if (text === undefined) throw this.#unexpected();
    const value = Number(text);
    if (value < least || value > most) throw new ValueError(`${what} out of range in datetime string "${this.#text}"`);
    this.#at += 2;
    return value;
  }

  #unexpected(): ValueError {
    return new ValueError(`Error parsing datetime string "${this.#text}" at position ${this.#at}`);
  }
}

/** What an offset of hours led out of its day, in the day where it belongs. */
function withinDay(parsed: ParsedDatetime): ParsedDatetime {
  const { year, month, day, seconds } = parsed;
  if (seconds >= 0 && seconds < 86400) return parsed;
  const later = seconds > 0 ? 1n : -1n;
  const moved = { ...parsed, day: day + later, seconds: seconds - Number(later) * 86400 };
  if (moved.day >= 1n && moved.day <= daysInMonth(year, month)) return moved;
  const months = year * 12n + month - 1n + later;
  const ofYear = ((months % 12n) + 12n) % 12n;
  const at = { year: floorDivide(months, 12n), month: ofYear + 1n };
  return { ...moved, ...at, day: later > 0n ? 1n : BigInt(daysInMonth(at.year, at.month)) };
}

function countInUnit({ year, month, day, seconds, fraction }: ParsedDatetime, unit: Unit): bigint {
  const days = daysOfDate(year, month, day);
  switch (unit.name) {
    case "Y":
      return year - 1970n;
    case "M":
      return (year - 1970n) * 12n + month - 1n;
    case "W":
      return floorDivide(days, 7n);
    case "D":
      return days;
    case "h":
      return days * 24n + BigInt(Math.floor(seconds / 3600));
    case "m":
      return days * 1440n + BigInt(Math.floor(seconds / 60));
    default: {
      const decimals = decimalsOf(unit) ?? 0;
      const parts = BigInt(fraction.padEnd(18, "0").slice(0, decimals) || 0);
      return (days * 86400n + BigInt(seconds)) * 10n ** BigInt(decimals) + parts;
    }
  }
}

function daysInMonth(year: bigint, month: bigint): number {
  return month === 12n ? 31 : Number(daysOfDate(year, month + 1n, 1n) - daysOfDate(year, month, 1n));
}
