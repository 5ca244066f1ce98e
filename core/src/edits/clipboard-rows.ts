/**
 * The cells of a text from the clipboard, row by row. Tabs part the cells, as spreadsheets write them; without a tab, semicolons or,
 * where the comma is no decimal mark, commas. A cell in quotes may hold any of these and line ends. A line end behind the last row
 * begins no other.
 *
 * @param point the decimal mark where the text goes
 */
export function clipboardRows(text: string, point: "." | ","): string[][] {
  const delimiter = delimiterOf(text, point);
  const rows: string[][] = [[]];
  for (let at = 0; ; ) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter);
    rows.at(-1)?.push(cell);
    if (text[next] === delimiter) {
      at = next + 1;
      continue;
    }
    if (next >= text.length) return rows;
    at = next + (text[next] === "\r" && text[next + 1] === "\n" ? 2 : 1);
    if (at >= text.length) return rows;
    rows.push([]);
  }
}

function delimiterOf(text: string, point: "." | ","): string {
  if (text.includes("\t")) return "\t";
  if (text.includes(";") || point === ",") return ";";
  return ",";
}

function plainCell(text: string, start: number, delimiter: string): { cell: string; next: number } {
  let next = start;
  while (next < text.length && !isEnd(text[next], delimiter)) next++;
  return { cell: text.slice(start, next), next };
}

/** A quote that nothing closes, or that is closed before the cell ends, is text. */
function quotedCell(text: string, start: number, delimiter: string): { cell: string; next: number } {
  let close = start + 1;
  for (;;) {
    close = text.indexOf('"', close);
    if (close < 0) return plainCell(text, start, delimiter);
    if (text[close + 1] !== '"') break;
    close += 2;
  }
  const next = close + 1;
  if (next < text.length && !isEnd(text[next], delimiter)) return plainCell(text, start, delimiter);
  return { cell: text.slice(start + 1, close).replaceAll('""', '"'), next };
}

function isEnd(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}
