/**
 * A text from the clipboard as rows of cells. Tabs part the cells, as spreadsheets write them; without a tab, semicolons or, where
 * the comma is no decimal mark, commas. A cell in quotes may hold any of these and line ends. A line end behind the last row begins
 * no other.
 */
export class ClipboardRows {
  readonly rows: number;
  /** Cells of the longest row. */
  readonly width: number;
  readonly cells: number;
  readonly #text: string;
  readonly #delimiter: string;

  /** @param point the decimal mark where the text goes */
  constructor(text: string, point: "." | ",") {
    this.#text = text;
    this.#delimiter = delimiterOf(text, point);
    let [rows, width, cells] = [0, 0, 0];
    this.#walk((row, column) => {
      rows = row + 1;
      width = Math.max(width, column + 1);
      cells++;
    });
    this.rows = rows;
    this.width = width;
    this.cells = cells;
  }

  /** Visits the cells row by row. */
  each(visit: (row: number, column: number, text: string) => void): void {
    this.#walk((row, column, start, end, isQuoted) => {
      const cell = this.#text.slice(start, end);
      visit(row, column, isQuoted ? cell.replaceAll('""', '"') : cell);
    });
  }

  #walk(visit: (row: number, column: number, start: number, end: number, isQuoted: boolean) => void): void {
    const text = this.#text;
    const delimiter = this.#delimiter.charCodeAt(0);
    for (let at = 0, row = 0, column = 0; ; ) {
      const close = text.charCodeAt(at) === QUOTE ? closingQuote(text, at, delimiter) : -1;
      const start = close < 0 ? at : at + 1;
      const end = close < 0 ? endOf(text, at, delimiter) : close;
      const next = close < 0 ? end : close + 1;
      visit(row, column, start, end, close >= 0);
      if (next < text.length && text.charCodeAt(next) === delimiter) {
        at = next + 1;
        column++;
        continue;
      }
      at = next + (text.charCodeAt(next) === CARRIAGE_RETURN && text.charCodeAt(next + 1) === LINE_FEED ? 2 : 1);
      if (at >= text.length) return;
      row++;
      column = 0;
    }
  }
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function delimiterOf(text: string, point: "." | ","): string {
  if (text.includes("\t")) return "\t";
  if (text.includes(";") || point === ",") return ";";
  return ",";
}

function endOf(text: string, start: number, delimiter: number): number {
  let at = start;
  while (at < text.length && !isEnd(text.charCodeAt(at), delimiter)) at++;
  return at;
}

/** Where the quote stands that closes a cell; -1: a quote that nothing closes, or that is closed before the cell ends, is text. */
function closingQuote(text: string, start: number, delimiter: number): number {
  let close = start + 1;
  for (;;) {
    close = text.indexOf('"', close);
    if (close < 0) return -1;
    if (text.charCodeAt(close + 1) !== QUOTE) break;
    close += 2;
  }
  const next = close + 1;
  return next < text.length && !isEnd(text.charCodeAt(next), delimiter) ? -1 : close;
}

function isEnd(unit: number, delimiter: number): boolean {
  return unit === delimiter || unit === LINE_FEED || unit === CARRIAGE_RETURN;
}
