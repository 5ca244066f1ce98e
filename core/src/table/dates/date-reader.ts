/** The order in which a column writes its dates: `2024-03-07`, `07.03.2024`, `3/7/2024`, `7 Mar 2024`. */
export type DateOrder = "ymd" | "dmy" | "mdy" | "named";

export const dateOrders: readonly DateOrder[] = ["ymd", "dmy", "mdy", "named"];

const TIME = String.raw`(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[-, ] ?(\d{4})${TIME}$`);
const NAME_DAY = new RegExp(String.raw`^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})${TIME}$`);

const MONTHS = "january february march april may june july august september october november december".split(" ");

const space = 32;
const dash = 45;
const zero = 48;
const colon = 58;
const letterT = 84;

/** No date that is read is longer. */
export const longestDate = 48;

/** Reads one date or time of day after another; what it found stands in its fields. */
export class DateReader {
  /** Since 1970-01-01, in UTC where the text has an offset. */
  days = 0;
  /** Of the day. */
  seconds = 0;
  /** Of the second: billionths. */
  nanoseconds = 0;
  /** Digits of the second's fraction; -1 where the text has no time of day. */
  digits = -1;
  /** The text has an offset from UTC, or a Z. */
  hasOffset = false;
  year = 0;

  /** Whether the text is a date in that order. */
  read(text: string, order: DateOrder): boolean {
    switch (order) {
      case "ymd": {
        if (this.#readPlain(text)) return true;
        const match = YEAR_FIRST.exec(text);
        return match !== null && this.#take(match, Number(match[1]), Number(match[3]), Number(match[4]), 5);
      }
      case "dmy": {
        const match = YEAR_LAST.exec(text);
        return match !== null && this.#take(match, Number(match[4]), Number(match[3]), Number(match[1]), 5);
      }
      case "mdy": {
        const match = YEAR_LAST.exec(text);
        // With points the day comes first, wherever dates are written so.
        return match !== null && match[2] !== "." && this.#take(match, Number(match[4]), Number(match[1]), Number(match[3]), 5);
      }
      case "named":
        return this.#readNamed(text);
    }
  }

  /** The usual way of ISO 8601, `2024-03-07` and `2024-03-07 12:30` and with seconds, without a pattern's cost. */
  #readPlain(text: string): boolean {
    const { length } = text;
    if ((length !== 10 && length !== 16 && length !== 19) || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) {
      return false;
    }
    const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
    if (!this.#takeDate(year, twoDigits(text, 5), twoDigits(text, 8))) return false;
    if (length === 10) return true;
    const separator = text.charCodeAt(10);
    if ((separator !== space && separator !== letterT) || text.charCodeAt(13) !== colon) return false;
    if (length === 19 && text.charCodeAt(16) !== colon) return false;
    const hour = twoDigits(text, 11);
    const minute = twoDigits(text, 14);
    const second = length === 19 ? twoDigits(text, 17) : 0;
    if (!(hour <= 23 && minute <= 59 && second <= 59)) return false;
    this.digits = 0;
    this.seconds = 3600 * hour + 60 * minute + second;
    return true;
  }

  #readNamed(text: string): boolean {
    const dayFirst = DAY_NAME.exec(text);
    if (dayFirst !== null) return this.#take(dayFirst, Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]), 4);
    const nameFirst = NAME_DAY.exec(text);
    return nameFirst !== null && this.#take(nameFirst, Number(nameFirst[3]), monthOf(nameFirst[1]), Number(nameFirst[2]), 4);
  }

  /** @param at the match's first group of the time of day */
  #take(match: RegExpExecArray, year: number, month: number, day: number, at: number): boolean {
    return this.#takeDate(year, month, day) && (match[at] === undefined || this.#takeTime(match, at));
  }

  #takeDate(year: number, month: number, day: number): boolean {
    // What is no number is in no range.
    if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return false;
    this.year = year;
    this.days = daysOf(year, month, day);
    this.seconds = 0;
    this.nanoseconds = 0;
    this.digits = -1;
    this.hasOffset = false;
    return true;
  }

  #takeTime(match: RegExpExecArray, at: number): boolean {
    const fraction = match[at + 3] ?? "";
    const half = match[at + 4]?.toLowerCase();
    const [written, minute, second] = [Number(match[at]), Number(match[at + 1]), Number(match[at + 2] ?? 0)];
    if (half !== undefined && (written < 1 || written > 12)) return false;
    const hour = half === undefined ? written : (written % 12) + (half === "p" ? 12 : 0);
    if (hour > 23 || minute > 59 || second > 59) return false;
    this.digits = fraction.length;
    this.nanoseconds = Number(fraction.padEnd(9, "0"));
    const offset = offsetOf(match[at + 5]);
    if (offset === null) return false;
    this.hasOffset = match[at + 5] !== undefined;
    const seconds = 3600 * hour + 60 * minute + second - 60 * offset;
    const days = Math.floor(seconds / 86_400);
    this.days += days;
    this.seconds = seconds - 86_400 * days;
    return true;
  }
}

/** The number that two digits are; NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/** Minutes east of UTC; null for what is none. */
function offsetOf(text: string | undefined): number | null {
  if (text === undefined || text === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(":", "") || 0)];
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (60 * hours + minutes);
}

/** From 1; 0 for what names no month. An English name, whole or its first three letters (or `Sept`). */
function monthOf(text = ""): number {
  const word = text.toLowerCase();
  if (word === "sept") return 9;
  return MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word) + 1;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, of years from 0 on. */
function daysOf(year: number, month: number, day: number): number {
  // Years begin in March, so that the leap day is the last of its year; 719468 days lie from 0000-03-01 to 1970-01-01.
  const marchYear = month <= 2 ? year - 1 : year;
  const yearDays = 365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return yearDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1 - 719_468;
}
