import type { TimeStyles } from "./time-styles.ts";

/** Stands before a whole number that is handed on as text. No XML may have it, so that no file's own text begins with it. */
const MARK = "\ufffe";
const MARKED = /^\ufffe(-?\d{1,309})$/;

/** float64 ends before more digits. */
const WHOLE = /^-?\d{1,309}$/;
/** Any number that float64 may not hold has so many digits. */
const MANY_DIGITS = /v>\s*-?\d{16}/;
const TYPE = /\st=(?:"([^"]*)"|'([^']*)')/;
const STYLE = /\ss=(?:"(\d+)"|'(\d+)')/;

const DAY = 86_400_000;
/** Spreadsheets end with the year 9999. */
const MAX_DAYS = 2_958_466;

/**
 * A worksheet with those cells as text that the library would change: elapsed times, which it takes for dates of 1900; times of
 * day, which it may round up to the next day; and whole numbers beyond 2^53, which it rounds: `exactOf` reads those.
 */
export function withOwnCells(xml: string, { elapsed, clock }: TimeStyles): string {
  const styles = [...elapsed, ...clock];
  const isAny = MANY_DIGITS.test(xml);
  if (styles.length === 0 && !isAny) return xml;
  return xml.replaceAll(
    cellPattern(isAny ? null : styles),
    (cell: string, prefix: string, attributes: string, formula: string, value: string) => {
      const type = firstGroup(TYPE, attributes);
      if (type !== "" && type !== "n") return cell;
      const style = Number(firstGroup(STYLE, attributes) || Number.NaN);
      const text = textOf(value, elapsed.has(style), clock.has(style));
      if (text === null) return cell;
      return `<${prefix}c${attributes.replace(TYPE, "")} t="str">${formula}<${prefix}v>${text}</${prefix}v>`;
    },
  );
}

/** Matches cells with a value, their formulas passed over: those of some styles, which are found faster, or all. */
function cellPattern(styles: readonly number[] | null): RegExp {
  const attributes = styles === null ? "[^<>]*" : `[^<>]*\\ss=["'](?:${styles.join("|")})["'][^<>]*`;
  const formula = String.raw`<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)`;
  const value = String.raw`<(?:\w+:)?v>\s*([-+.\dEe]+)\s*<\/(?:\w+:)?v>`;
  return new RegExp(`<((?:\\w+:)?)c\\b(${attributes})>((?:${formula})?)${value}`, "g");
}

/** The whole number that `withOwnCells` wrote as text; null where it is another text. */
export function exactOf(text: string): bigint | null {
  const digits = MARKED.exec(text)?.[1];
  return digits === undefined ? null : BigInt(digits);
}

/** What stands for a value that the library would change; null: nothing, it may have it. */
function textOf(value: string, isElapsed: boolean, isClock: boolean): string | null {
  const number = Number(value);
  if (isElapsed) return Math.abs(number) < MAX_DAYS ? timeText(number) : null;
  // A whole day or more in a time of day is a date that does not show: as a date it keeps what it says.
  if (isClock) return number >= 0 && number < 1 ? timeText(Math.min(number, (DAY - 1) / DAY)) : null;
  return WHOLE.test(value) && !Number.isSafeInteger(number) ? MARK + value : null;
}

/** `25:30:00`; thousandths only where there are some. */
function timeText(days: number): string {
  const total = Math.round(Math.abs(days) * DAY);
  const two = (count: number): string => String(Math.floor(count)).padStart(2, "0");
  const thousandths = total % 1000 === 0 ? "" : `.${String(total % 1000).padStart(3, "0")}`;
  const sign = days < 0 && total > 0 ? "-" : "";
  return `${sign}${two(total / 3_600_000)}:${two((total / 60_000) % 60)}:${two((total / 1000) % 60)}${thousandths}`;
}

function firstGroup(pattern: RegExp, text: string): string {
  const found = pattern.exec(text);
  return found?.[1] ?? found?.[2] ?? "";
}
