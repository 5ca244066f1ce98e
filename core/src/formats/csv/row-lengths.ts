import { noByte } from "./dialect.ts";
import type { Findings } from "./findings.ts";
import { firstPlaces, type Notes } from "./notes.ts";
import type { Sniffed } from "./sniff/index.ts";

/** Rows by how many cells they have. A place's column is the number of cells. */
export interface RowLengths {
  /** The cells that a row is to have: those that most rows have, or the header's where it has more. */
  readonly usual: number;
  readonly from: "header" | "rows";
  /** Rows with fewer cells, and with more. */
  readonly short: Notes;
  readonly long: Notes;
  /** Of those, rows with cells behind the table's last column, which were left out. */
  readonly cut: Notes;
}

/**
 * Counts rows against the usual length. The table is as wide as the widest row of the sample: where that is one of a few, the
 * others are not short for it.
 *
 * @param rows of the table
 */
export function rowLengthsOf(findings: Findings, rows: number, sniffed: Sniffed): RowLengths {
  const { shortRows, longRows } = findings;
  const width = sniffed.names.length;
  if (shortRows.count + longRows.count === 0) return { usual: width, from: "rows", short: none, long: none, cut: none };
  const full = rows - shortRows.count - longRows.count;
  const lengths = [...shortRows.byLength, ...longRows.byLength];
  const most = mostOf([[width, full], ...lengths.map(([length, { count }]): [number, number] => [length, count])]);
  const named = sniffed.headings.findLastIndex((heading) => heading !== "") + 1;
  const usual = Math.max(most, named);
  const longer = joined(lengths.filter(([length]) => length > usual).map(([, notes]) => notes));
  return {
    usual,
    from: named > most ? "header" : "rows",
    short: joined(lengths.filter(([length]) => length < usual).map(([, notes]) => notes)),
    long: usual < width ? joined([longer, fullRows()]) : longer,
    cut: { count: longRows.count, places: longRows.places },
  };

  /** Rows with a cell for every column are noted nowhere. Where usual ones lack some, each of those was, and these are between. */
  function fullRows(): Notes {
    const isPlain = findings.blankLines.count === 0 && !sniffed.quotes && sniffed.dialect.comment === noByte;
    const places = shortRows.between(sniffed.dataLine, isPlain ? rows : null);
    return { count: full, places: places.map((place) => ({ ...place, column: width })) };
  }
}

const none: Notes = { count: 0, places: [] };

/** The length that most rows have; of several the greatest. */
function mostOf(lengths: readonly (readonly [length: number, rows: number])[]): number {
  let [usual, most] = [0, 0];
  for (const [length, rows] of lengths) {
    if (rows < most || (rows === most && length < usual)) continue;
    [usual, most] = [length, rows];
  }
  return usual;
}

function joined(all: readonly Notes[]): Notes {
  const count = all.reduce((sum, notes) => sum + notes.count, 0);
  return { count, places: firstPlaces(all.flatMap((notes) => notes.places)) };
}
