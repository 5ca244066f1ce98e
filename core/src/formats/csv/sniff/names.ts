/** A column's heading as the file has it, and a name that no other column has. */
export interface ColumnName {
  readonly heading: string;
  readonly name: string;
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
