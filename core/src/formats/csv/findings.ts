import { LargeIntegers } from "./large-integers.ts";
import { LengthTaker } from "./length-taker.ts";
import { keptPlaces, NoteTaker } from "./notes.ts";

/** Places that are kept of missing cells, so that a few columns of text that lack many do not hide those of numbers. */
const morePlaces = 1000;

/** What a scan found beside the cells themselves. */
export class Findings {
  /** Missing cells. The count may have some of a column in it that is none of numbers after all. */
  readonly missing = new NoteTaker(morePlaces);
  /** Rows with fewer cells than columns, and with more that are not all empty: a place's column is the number of cells. */
  readonly shortRows = new LengthTaker();
  readonly longRows = new LengthTaker();
  readonly badQuotes = new NoteTaker();
  readonly blankLines = new NoteTaker();
  /** Lines of comment among the rows. */
  readonly commentLines = new NoteTaker();
  /** Numbers that are too large for float64. */
  readonly overflows = new NoteTaker();
  /** Whole numbers that float64 may not hold: from 2^53 on, and of those that 64 bits do not hold the ones that were rounded. */
  readonly largeNumbers = new NoteTaker();
  /** Their exact values, for each column that has some. */
  readonly largeByColumn = new Map<number, LargeIntegers>();
  /** There are text cells that are not valid UTF-8. */
  invalidText = false;
  /** For each column: 1 where a missing cell is written `nan`. */
  readonly nans: Uint8Array;
  /** For each column: 1 where a number was not written as a whole one, by digits alone and a sign. */
  readonly fractional: Uint8Array;
  /** Missing cells of each column. */
  readonly missingByColumn: Float64Array;
  /** Of those, the cells that are not empty. */
  readonly markersByColumn: Float64Array;
  /** Places in `missing` of each column. */
  readonly #placesOf: Uint8Array;
  /** For each column of numbers that has some, the first cells that are none. */
  readonly notNumbers = new Map<number, NoteTaker>();

  constructor(width: number) {
    this.#placesOf = new Uint8Array(width);
    this.missingByColumn = new Float64Array(width);
    this.markersByColumn = new Float64Array(width);
    this.nans = new Uint8Array(width);
    this.fractional = new Uint8Array(width);
  }

  /** The place of an empty cell; `addMissing` counts it. */
  noteEmpty(row: number, line: number, column: number): void {
    this.#notePlaceOf(row, line, column);
  }

  addMissing(column: number, cells: number): void {
    this.missing.count += cells;
    this.missingByColumn[column] = (this.missingByColumn[column] as number) + cells;
  }

  noteOther(row: number, line: number, column: number): void {
    const notes = this.notNumbers.get(column) ?? new NoteTaker();
    notes.note(row, line, column);
    this.notNumbers.set(column, notes);
  }

  /** A missing cell that has text. @param isNan the text is `nan` */
  noteMarker(row: number, line: number, column: number, isNan: boolean): void {
    if (isNan) this.nans[column] = 1;
    this.#notePlaceOf(row, line, column);
    this.addMissing(column, 1);
    this.markersByColumn[column] = (this.markersByColumn[column] as number) + 1;
  }

  /** A whole number that is not below 2^53, of any size. */
  noteLargeValue(row: number, line: number, column: number, value: bigint): void {
    const size = value < 0n ? -value : value;
    if (size >> 64n === 0n) {
      this.noteLarge(row, line, column, value < 0n, Number(size & 0xffffffffn), Number(size >> 32n));
      return;
    }
    const number = Number(value);
    // An infinity is told as one.
    const isHeld = !Number.isFinite(number) || BigInt(number) === value;
    if (this.#largeOf(column).addBeyond(isHeld)) this.largeNumbers.note(row, line, column);
  }

  /** As `noteLargeValue`, with the size in two 32-bit words. */
  noteLarge(row: number, line: number, column: number, negative: boolean, low: number, high: number): void {
    if (this.#largeOf(column).add(row, negative, low, high)) this.largeNumbers.note(row, line, column);
  }

  /** The first of each column: which columns turn out to be of numbers is not known yet, and only those are told of. */
  #notePlaceOf(row: number, line: number, column: number): void {
    const places = this.#placesOf[column] as number;
    if (places === keptPlaces) return;
    this.#placesOf[column] = places + 1;
    this.missing.notePlace(row, line, column);
  }

  #largeOf(column: number): LargeIntegers {
    let large = this.largeByColumn.get(column);
    if (large === undefined) {
      large = new LargeIntegers();
      this.largeByColumn.set(column, large);
    }
    return large;
  }

  /** Gives the memory of the exact values back. */
  release(): void {
    for (const large of this.largeByColumn.values()) large.release();
    this.largeByColumn.clear();
  }
}
