import { CutRecords, recordWords } from "./cut-records.ts";
import { carriageReturn, type Dialect, hasRuns, lineFeed, space } from "./dialect.ts";
import { cellBegins, isNumber, noNumber, numberEnded, numberSteps } from "./number-steps.ts";
import { isStray, linesIn, quotedEnd } from "./quoted-cell.ts";

/**
 * The first whole records of `bytes` from a record's start on. Blank lines, comments and rows that the dialect drops are left out,
 * as a scan leaves them out.
 *
 * @param final nothing follows the bytes, so that the last record is whole
 */
export function cutRecords(bytes: Uint8Array, from: number, dialect: Dialect, limit: number, final: boolean): CutRecords {
  return new RecordCutter(bytes, dialect).cut(from, limit, final);
}

/** Plain numbers and no objects, and small functions: most of this runs when nothing is compiled yet. */
class RecordCutter {
  readonly #bytes: Uint8Array;
  readonly #dialect: Dialect;
  readonly #steps: Uint8Array;
  /** As in `CutRecords`. */
  #records = new Int32Array(recordWords * 16);
  #spans = new Int32Array(2 * 64);
  #numbers = new Uint8Array(64);
  #count = 0;
  #cells = 0;
  #dropped = false;
  /** Of the record that was read last: its lines, and whether all its cells are empty, none of them in quotes. */
  #lines = 1;
  #empty = true;

  constructor(bytes: Uint8Array, dialect: Dialect) {
    this.#bytes = bytes;
    this.#dialect = dialect;
    this.#steps = numberSteps(dialect.point, [dialect.delimiter, lineFeed, carriageReturn]);
  }

  cut(from: number, limit: number, final: boolean): CutRecords {
    const bytes = this.#bytes;
    const { comment } = this.#dialect;
    let line = 1;
    for (let at = from; at < bytes.length && this.#count < limit; ) {
      const first = this.#cells;
      const next = bytes[at] === comment ? this.#passComment(at) : this.#readRecord(at);
      if (next > bytes.length && !final) {
        this.#cells = first;
        break;
      }
      if (this.#holdsCells(first)) this.#keep(line, at, next, first);
      else this.#cells = first;
      at = next;
      line += this.#lines;
    }
    return new CutRecords(this.#records, this.#count, this.#spans, this.#cells, this.#numbers, this.#dropped);
  }

  #passComment(start: number): number {
    const bytes = this.#bytes;
    this.#lines = 1;
    this.#empty = true;
    let at = start;
    while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
    return behindLineEnding(bytes, at);
  }

  #holdsCells(first: number): boolean {
    if (!this.#empty) return true;
    const isWide = this.#cells - first > 1;
    if (isWide && this.#dialect.dropEmptyRows) this.#dropped = true;
    return isWide && !this.#dialect.dropEmptyRows;
  }

  #keep(line: number, start: number, next: number, first: number): void {
    const at = recordWords * this.#count;
    if (at === this.#records.length) this.#records = withRoom(this.#records, new Int32Array(2 * at));
    this.#records[at] = line;
    this.#records[at + 1] = start;
    this.#records[at + 2] = next;
    this.#records[at + 3] = first;
    this.#count++;
  }

  /** Notes the cells of a record. @returns where the next one starts: past the bytes' end where the line ending is not among them */
  #readRecord(start: number): number {
    const bytes = this.#bytes;
    const steps = this.#steps;
    const { length } = bytes;
    const { delimiter, quote, trimStart } = this.#dialect;
    const runs = hasRuns(this.#dialect);
    const first = this.#cells;
    let spans = this.#spans;
    let numbers = this.#numbers;
    let cells = first;
    let empty = true;
    let lines = 1;
    let at = start;
    if (runs) while (at < length && bytes[at] === space) at++;
    for (;;) {
      if (trimStart && at > start) while (at < length && bytes[at] === space) at++;
      const open = at;
      let close = at;
      let begins: number = cellBegins;
      if (at < length && bytes[at] === quote) {
        close = quotedEnd(bytes, at, quote);
        if (isStray(bytes, at, close, delimiter)) close = at;
        else lines += linesIn(bytes, at, close);
        at = close;
        begins = noNumber;
      }
      if (cells === numbers.length) {
        spans = withRoom(spans, new Int32Array(4 * cells));
        numbers = withRoom(numbers, new Uint8Array(2 * cells));
      }
      at = readCell(bytes, at, steps, begins, numbers, cells);
      // Blanks behind the last cell part it from nothing.
      if (runs && at === open && cells > first) break;
      const quoted = close > open + 1 && close === at && bytes[close - 1] === quote;
      spans[2 * cells] = quoted ? ~(open + 1) : open;
      spans[2 * cells + 1] = quoted ? at - 1 : at;
      cells++;
      if (at > open) empty = false;
      if (at >= length || bytes[at] !== delimiter) break;
      at++;
    }
    this.#spans = spans;
    this.#numbers = numbers;
    this.#cells = cells;
    this.#empty = empty;
    this.#lines = lines;
    return behindLineEnding(bytes, at);
  }
}

/** Notes whether a cell is a number. @returns where the cell ends */
function readCell(
  bytes: Uint8Array,
  from: number,
  steps: Uint8Array,
  begins: number,
  numbers: Uint8Array,
  cell: number,
): number {
  const { length } = bytes;
  let state = begins;
  let at = from;
  while (at < length) {
    state = steps[(state << 8) | (bytes[at] as number)] as number;
    if (state >= numberEnded) break;
    at++;
  }
  numbers[cell] = isNumber(state) ? 1 : 0;
  return at;
}

function behindLineEnding(bytes: Uint8Array, at: number): number {
  return at + (bytes[at] === carriageReturn && (bytes[at + 1] === lineFeed || at + 1 === bytes.length) ? 2 : 1);
}

function withRoom<A extends Int32Array | Uint8Array>(values: Int32Array | Uint8Array, larger: A): A {
  larger.set(values);
  return larger;
}
