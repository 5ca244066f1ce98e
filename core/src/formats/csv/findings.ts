import { NoteTaker } from "./notes.ts";

/** What a scan found beside the cells themselves. */
export class Findings {
  readonly missing = new NoteTaker();
  readonly shortRows = new NoteTaker();
  readonly longRows = new NoteTaker();
  readonly badQuotes = new NoteTaker();
  readonly blankLines = new NoteTaker();
  /** Whole numbers that are not below 2^53, where float64 does not hold every one. */
  readonly largeNumbers = new NoteTaker();
  /** Missing cells of each column. */
  readonly missingByColumn: Float64Array;
  /** Of those, the cells that are not empty. */
  readonly markersByColumn: Float64Array;
  /** For each column of numbers, the first cells that are none. */
  readonly notNumbers: readonly NoteTaker[];

  constructor(width: number) {
    this.missingByColumn = new Float64Array(width);
    this.markersByColumn = new Float64Array(width);
    this.notNumbers = Array.from({ length: width }, () => new NoteTaker());
  }

  noteMissing(row: number, line: number, column: number): void {
    this.missing.note(row, line, column);
    this.missingByColumn[column] = (this.missingByColumn[column] as number) + 1;
  }

  /** A missing cell that has text. */
  noteMarker(row: number, line: number, column: number): void {
    this.noteMissing(row, line, column);
    this.markersByColumn[column] = (this.markersByColumn[column] as number) + 1;
  }
}
