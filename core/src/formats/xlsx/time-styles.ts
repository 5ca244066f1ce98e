/** The cells' styles of a workbook that show a time without a date, by their number. */
export interface TimeStyles {
  /** Hours, minutes or seconds go on beyond a day: `[h]:mm:ss`. */
  readonly elapsed: ReadonlySet<number>;
  /** A time of day. */
  readonly clock: ReadonlySet<number>;
}

/** Formats that every spreadsheet knows by their number. */
const BUILT_IN_ELAPSED = 46;
const BUILT_IN_CLOCK: readonly number[] = [18, 19, 20, 21, 45, 47];

const FORMAT = /<(?:\w+:)?numFmt\b[^<>]*>/g;
const STYLES = /<(?:\w+:)?cellXfs\b[^<>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/;
const STYLE = /<(?:\w+:)?xf\b[^<>]*>/g;

/** @param xml the workbook's part of styles; empty where it has none */
export function timeStyles(xml: string): TimeStyles {
  const elapsedFormats = new Set([BUILT_IN_ELAPSED]);
  const clockFormats = new Set(BUILT_IN_CLOCK);
  for (const [format] of xml.matchAll(FORMAT)) {
    const id = Number(attribute(format, "numFmtId"));
    const code = marksOf(attribute(format, "formatCode"));
    // A workbook may give a number of its own meaning to what is built in.
    elapsedFormats.delete(id);
    clockFormats.delete(id);
    if (/\[(?:h+|m+|s+)\]/.test(code)) elapsedFormats.add(id);
    else if (/[hs]/.test(code) && !/[yd]|mmm/.test(code)) clockFormats.add(id);
  }
  const elapsed = new Set<number>();
  const clock = new Set<number>();
  for (const [index, [style]] of Array.from(STYLES.exec(xml)?.[1]?.matchAll(STYLE) ?? []).entries()) {
    const format = Number(attribute(style, "numFmtId"));
    if (elapsedFormats.has(format)) elapsed.add(index);
    else if (clockFormats.has(format)) clock.add(index);
  }
  return { elapsed, clock };
}

/** A format's marks in lower case, without the text that it shows as it stands, colours and languages. */
function marksOf(code: string): string {
  return code
    .replaceAll("&quot;", '"')
    .replace(/"[^"]*"|\\.|[*_]./g, "")
    .toLowerCase()
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/g, "")
    .replaceAll("general", "");
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ?? "";
}
