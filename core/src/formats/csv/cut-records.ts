/** Words of a record in `CutRecords`: its line, where it starts, where the next one does, its first cell. */
export const recordWords = 4;

/** The records of some bytes, and their cells, as numbers: a sample may have hundreds of thousands of cells. */
export class CutRecords {
  /** Records, and cells of all of them. */
  readonly count: number;
  /** Records that are whole: all, or all but the last, of which there are only the first cells. */
  readonly whole: number;
  readonly cells: number;
  /** A row of empty cells was left out. */
  readonly dropped: boolean;
  /** Two words for each cell: where its text starts and ends. Of a cell in quotes, which are left out, the first is ~start. */
  readonly spans: Int32Array;
  /** 1 for each cell that is plainly a number: digits, a sign, the dialect's point, an exponent, and nothing else. */
  readonly numbers: Uint8Array;
  readonly #records: Int32Array;

  constructor(
    records: Int32Array,
    count: number,
    spans: Int32Array,
    cells: number,
    numbers: Uint8Array,
    dropped: boolean,
    whole = count,
  ) {
    this.#records = records;
    this.count = count;
    this.whole = whole;
    this.spans = spans;
    this.cells = cells;
    this.numbers = numbers;
    this.dropped = dropped;
  }

  /** Without the last cell, of which there is only the beginning; where its record has no other, without the record. */
  withoutLastCell(): CutRecords {
    if (this.count === 0) return this;
    const last = this.count - 1;
    const [count, cells] = this.width(last) > 1 ? [this.count, this.cells - 1] : [last, this.firstCell(last)];
    return new CutRecords(this.#records, count, this.spans, cells, this.numbers, this.dropped, last);
  }

  /** From 1. */
  line(record: number): number {
    return this.#records[recordWords * record] as number;
  }

  start(record: number): number {
    return this.#records[recordWords * record + 1] as number;
  }

  /** Behind the record's line ending. */
  next(record: number): number {
    return this.#records[recordWords * record + 2] as number;
  }

  /** The record's first cell among all cells; of the record behind the last one, their number. */
  firstCell(record: number): number {
    return record === this.count ? this.cells : (this.#records[recordWords * record + 3] as number);
  }

  /** The number of a record's cells; 0 where there is no such record. */
  width(record: number): number {
    return record >= 0 && record < this.count ? this.firstCell(record + 1) - this.firstCell(record) : 0;
  }

  cellStart(cell: number): number {
    const start = this.spans[2 * cell] as number;
    return start < 0 ? ~start : start;
  }

  cellEnd(cell: number): number {
    return this.spans[2 * cell + 1] as number;
  }

  /** The cell stood in quotes, which may be doubled inside. */
  isQuoted(cell: number): boolean {
    return (this.spans[2 * cell] as number) < 0;
  }
}
