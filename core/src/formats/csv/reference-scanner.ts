import { CellReader } from "./cell.ts";
import { carriageReturn, hasRuns, lineFeed, space } from "./dialect.ts";
import { numberColumn, offsetStep, type Scanner, type ScanPlan, skipColumn, textColumn } from "./scanner.ts";
import { slotOf } from "./targets.ts";

/** No byte is this: append nothing unescaped. */
const noQuote = -1;

/**
 * The scanner in plain TypeScript: the kernel's reference, with the same answers.
 *
 * A record counts only when its end is in the window; what it brought is committed then, so a record that the window cuts is
 * simply read again with the next one.
 */
export class ReferenceScanner implements Scanner {
  readonly tally = { row: 0, line: 1, offsets: [] as number[] };
  readonly #plan: ScanPlan;
  readonly #cell: CellReader;
  readonly #width: number;
  /** Of each text cell of the record: where it stands, and whether quotes in it are doubled. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #doubled: Uint8Array;
  /** Columns of the record whose cell is empty, or in complement a missing marker; too large; not whole; no number; badly quoted. */
  readonly #missing: number[] = [];
  /** Columns whose cell is missing and written `nan`. */
  readonly #nans: number[] = [];
  readonly #large: { column: number; value: bigint }[] = [];
  readonly #fractions: number[] = [];
  readonly #others: number[] = [];
  readonly #quotes: number[] = [];
  #quotedLines = 0;
  #position = 0;
  #textQuote = -1;
  /** The record was an empty row that the dialect drops. */
  #dropped = false;

  constructor(plan: ScanPlan, firstLine: number) {
    this.#plan = plan;
    this.#cell = new CellReader(plan.missing, plan.dialect);
    this.#width = plan.kinds.length;
    this.#starts = new Int32Array(this.#width);
    this.#ends = new Int32Array(this.#width);
    this.#doubled = new Uint8Array(this.#width);
    this.tally.line = firstLine;
  }

  scan(bytes: Uint8Array, start: number, end: number, position: number, final: boolean): number {
    this.#position = position;
    let at = start;
    while (at < end) {
      const begin = this.#behindBlanks(bytes, at, end);
      const isComment = bytes[at] === this.#plan.dialect.comment;
      let next: number;
      if (isComment || begin === end || bytes[begin] === lineFeed || bytes[begin] === carriageReturn) {
        let stop = begin;
        while (stop < end && bytes[stop] !== lineFeed && bytes[stop] !== carriageReturn) stop++;
        if (stop === end && !final) return at;
        next = stop === end ? end : this.#lineEnd(bytes, stop, end, final);
        if (next < 0) return at;
        const { blankLines, commentLines } = this.#plan.findings;
        (isComment ? commentLines : blankLines).note(this.tally.row, this.tally.line, 0);
        this.tally.line++;
      } else {
        next = this.#record(bytes, at, end, final);
        if (next < 0) return at;
        if (this.#dropped) {
          this.#plan.findings.blankLines.note(this.tally.row, this.tally.line, 0);
          this.tally.line++;
        } else {
          if (this.tally.row % offsetStep === 0) this.tally.offsets.push(position + at);
          this.tally.row++;
        }
      }
      at = next;
    }
    return at;
  }

  takeQuoteAsText(position: number): void {
    this.#textQuote = position;
  }

  #record(bytes: Uint8Array, start: number, end: number, final: boolean): number {
    const { dialect, kinds, numbers, blockWidth } = this.#plan;
    const { delimiter, quote } = dialect;
    numbers.reserve(blockWidth);
    const base = numbers.used;
    this.#forget();
    let at = this.#behindBlanks(bytes, start, end);
    let column = 0;
    let filled = false;
    let over = false;
    for (;;) {
      const kind = column < this.#width ? (kinds[column] as number) : skipColumn;
      const opens = at < end && bytes[at] === quote;
      const lines = this.#quotedLines;
      let close = opens && this.#position + at !== this.#textQuote ? this.#quotedEnd(bytes, at, end, column) : at;
      if (close < 0 && !final) return -1;
      if (close > at && close < end && !isCellEnd(bytes[close] as number, delimiter) && this.#quotedLines > lines) {
        // The window may not show where the cell ends that the quote is in: it is judged when the record is whole.
        if (!final && !hasCellEnd(bytes, close, end, delimiter)) return -1;
        // What closes the quotes is inside a later line's cell: the opening one was text.
        this.#quotedLines = lines;
        close = at;
      }
      const closed = opens && close > at && (close === end || isCellEnd(bytes[close] as number, delimiter));
      if (close < 0) close = end;
      while (close < end && !isCellEnd(bytes[close] as number, delimiter)) close++;
      if (close === end && !final) return -1;
      if (opens && !closed && column < this.#width) this.#quotes.push(column);
      if (kind !== skipColumn) this.#take(bytes, kind, column, closed ? at + 1 : at, closed ? close - 1 : close, closed, base);
      column++;
      if (close > at) filled = true;
      if (close > at && column > this.#width) over = true;
      at = close;
      if (at < end && bytes[at] === delimiter) {
        at++;
        if (dialect.trimStart) while (at < end && bytes[at] === space) at++;
        if (at === end && !final) return -1;
        continue;
      }
      const next = at === end ? end : this.#lineEnd(bytes, at, end, final);
      this.#dropped = dialect.dropEmptyRows && !filled;
      if (next >= 0 && !this.#dropped) this.#commit(bytes, column, over, base);
      return next;
    }
  }

  /** Where a record's first cell starts: blanks before it part nothing where runs of them part cells. */
  #behindBlanks(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    if (hasRuns(this.#plan.dialect)) while (at < end && bytes[at] === space) at++;
    return at;
  }

  /** The position behind the line ending at `at`; -1 when the window cuts between CR and LF. */
  #lineEnd(bytes: Uint8Array, at: number, end: number, final: boolean): number {
    if (bytes[at] === lineFeed) return at + 1;
    if (at + 1 === end) return final ? end : -1;
    return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  /** The position behind the closing quote, or -1 where there is none. */
  #quotedEnd(bytes: Uint8Array, start: number, end: number, column: number): number {
    const { quote } = this.#plan.dialect;
    this.#doubled[column < this.#width ? column : 0] = 0;
    for (let at = start + 1; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) this.#quotedLines++;
      if (byte !== quote) continue;
      if (at + 1 < end && bytes[at + 1] === quote) {
        if (column < this.#width) this.#doubled[column] = 1;
        at++;
      } else return at + 1;
    }
    return -1;
  }

  #take(bytes: Uint8Array, kind: number, column: number, start: number, end: number, quoted: boolean, base: number): void {
    if (kind === textColumn) {
      this.#starts[column] = start;
      this.#ends[column] = end;
      if (!quoted) this.#doubled[column] = 0;
      if (start === end) this.#missing.push(column);
      return;
    }
    const { slab } = this.#plan.numbers;
    const slot = base + slotOf(this.#plan.targets, column);
    const found = this.#cell.read(bytes, start, end);
    slab[slot] = found === "number" ? this.#cell.value : Number.NaN;
    if (found === "number" && !this.#cell.whole) this.#fractions.push(column);
    if (found === "number" && this.#cell.large !== null) this.#large.push({ column, value: this.#cell.large });
    if (found === "missing") {
      this.#missing.push(start === end ? column : ~column);
      if (start < end && this.#cell.isNan) this.#nans.push(column);
    } else if (found === "other") this.#others.push(column);
  }

  #forget(): void {
    this.#missing.length = 0;
    this.#nans.length = 0;
    this.#large.length = 0;
    this.#fractions.length = 0;
    this.#others.length = 0;
    this.#quotes.length = 0;
    this.#quotedLines = 0;
  }

  /** The record is whole: keeps what it brought. */
  #commit(bytes: Uint8Array, found: number, over: boolean, base: number): void {
    const { kinds, targets, numbers, blockWidth, texts, findings, dialect } = this.#plan;
    for (let column = found; column < this.#width; column++) {
      this.#missing.push(column);
      this.#starts[column] = 0;
      this.#ends[column] = 0;
      this.#doubled[column] = 0;
      if (kinds[column] === numberColumn) numbers.slab[base + slotOf(targets, column)] = Number.NaN;
    }
    for (let column = 0; column < this.#width; column++) {
      const quote = this.#doubled[column] === 1 ? dialect.quote : noQuote;
      const [start, end] = [this.#starts[column] as number, this.#ends[column] as number];
      texts[column]?.append(bytes, start, end, quote);
      if (texts[column] && !isUtf8(bytes.slice(start, end))) findings.invalidText = true;
    }
    numbers.used += blockWidth;
    for (const entry of this.#missing) {
      const column = entry < 0 ? ~entry : entry;
      if (kinds[column] === skipColumn) continue;
      if (entry < 0) findings.noteMarker(this.tally.row, this.tally.line, column, this.#nans.includes(column));
      else {
        findings.noteEmpty(this.tally.row, this.tally.line, column);
        findings.addMissing(column, 1);
      }
    }
    for (const { column, value } of this.#large) findings.noteLargeValue(this.tally.row, this.tally.line, column, value);
    for (const column of this.#fractions) findings.fractional[column] = 1;
    for (const column of this.#others) {
      findings.noteOther(this.tally.row, this.tally.line, column);
      kinds[column] = skipColumn;
    }
    for (const column of this.#quotes) findings.badQuotes.note(this.tally.row, this.tally.line, column);
    if (found < this.#width) findings.shortRows.note(this.tally.row, this.tally.line, found);
    else if (over) findings.longRows.note(this.tally.row, this.tally.line, found);
    this.tally.line += 1 + this.#quotedLines;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isCellEnd(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === lineFeed || byte === carriageReturn;
}

/** Whether a cell's end is among the bytes. A CR at their end may be half of a line ending. */
function hasCellEnd(bytes: Uint8Array, start: number, end: number, delimiter: number): boolean {
  for (let at = start; at < end; at++) {
    if (isCellEnd(bytes[at] as number, delimiter)) return bytes[at] !== carriageReturn || at + 1 < end;
  }
  return false;
}
