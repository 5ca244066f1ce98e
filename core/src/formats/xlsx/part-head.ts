/** A part of a workbook that was cut off behind a whole element, and closed again. */
export interface PartHead {
  readonly xml: string;
  /** Elements in it. */
  readonly count: number;
}

/** A worksheet's cell whose text stands among the shared strings. */
const sharedCell = /<(?:\w+:)?c\b[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>(\d+)</g;

/** The shared strings of the start of their part; null where it holds none. */
export function stringsHead(xml: string): PartHead | null {
  const end = lastEnd(xml, "si");
  return end === null ? null : { xml: `${xml.slice(0, end.at)}</${end.prefix}sst>`, count: end.count };
}

/**
 * The rows of the start of a worksheet's part.
 *
 * @param strings shared strings that there are: the first row that needs another is left out, with those behind it
 * @returns null where no row is whole
 */
export function rowsHead(xml: string, strings: number): PartHead | null {
  const beyond = Array.from(xml.matchAll(sharedCell)).find(([, place]) => Number(place) >= strings);
  const end = lastEnd(xml.slice(0, beyond?.index), "row");
  return end === null
    ? null
    : { xml: `${xml.slice(0, end.at)}</${end.prefix}sheetData></${end.prefix}worksheet>`, count: end.count };
}

/** Where the last element of a name ends, and how many there are. Empty ones may close themselves. */
function lastEnd(xml: string, name: string): { at: number; prefix: string; count: number } | null {
  const ends = Array.from(xml.matchAll(new RegExp(`</(\\w+:)?${name}>|<(\\w+:)?${name}\\b[^<>]*/>`, "g")));
  const last = ends.at(-1);
  if (last === undefined) return null;
  return { at: last.index + last[0].length, prefix: last[1] ?? last[2] ?? "", count: ends.length };
}
