import { NoteTaker } from "./notes.ts";

/** What a scan found beside the cells themselves. */
export class Findings {
  readonly missing = new NoteTaker();
  readonly shortRows = new NoteTaker();
  readonly longRows = new NoteTaker();
  readonly badQuotes = new NoteTaker();
  readonly blankLines = new NoteTaker();
  /** Missing cells of each column. */
  readonly missingByColumn: Float64Array;
  /** For each column of numbers, the first cells that are none. */
  readonly notNumbers: readonly NoteTaker[];

  constructor(width: number) {
    this.missingByColumn = new Float64Array(width);
    this.notNumbers = Array.from({ length: width }, () => new NoteTaker());
  }

  noteMissing(row: number, line: number, column: number): void {
    this.missing.note(row, line, column);
    this.missingByColumn[column] = (this.missingByColumn[column] as number) + 1;
  }
}
