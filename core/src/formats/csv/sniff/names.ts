import type { Sample } from "./sample.ts";

/** A column's heading as the file has it, and a name that no other column has. */
export interface ColumnName {
  readonly heading: string;
  readonly name: string;
}

/**
 * The header as the file has it, one heading a column: several lines joined by a space, an empty cell above a heading taking
 * what stands to its left. It may have fewer headings than there are columns.
 */
export function headingsOf(sample: Sample, heads: readonly number[]): string[] {
  const lines = heads.map((row) => sample.texts(row));
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map((line, k) => {
      const below = lines.slice(k + 1).some((lower) => (lower[column] ?? "") !== "");
      return below ? leftwards(line, column) : (line[column] ?? "");
    });
    return parts.filter((part) => part !== "").join(" ");
  });
}

/**
 * The columns' names: their headings; where there is none, `col_0`, `col_1`, …; a name that comes again gets a number.
 *
 * @param width of the table @param usual the number of cells that most rows have; one more than there are headings means that
 *   the first column, of labels, has none, as in the files that R writes
 */
export function columnNames(headings: readonly string[], width: number, usual: number): ColumnName[] {
  const taken = new Set<string>();
  const shift = headings.length > 0 && headings.length + 1 === usual ? 1 : 0;
  return Array.from({ length: width }, (_, column) => {
    const heading = headings[column - shift] ?? "";
    const base = heading === "" ? `col_${column}` : heading;
    let name = base;
    for (let again = 2; taken.has(name); again++) name = `${base}_${again}`;
    taken.add(name);
    return { heading, name };
  });
}

function leftwards(line: readonly string[], column: number): string {
  let at = column;
  while (at > 0 && (line[at] ?? "") === "") at--;
  return line[at] ?? "";
}
