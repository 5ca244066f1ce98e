import { type CellPlace, firstPlaces, keptPlaces, NoteTaker } from "./notes.ts";

/** Rows whose cells are not as many as the columns, told apart by how many they are: a place's column. They come in order. */
export class LengthTaker extends NoteTaker {
  /** By the number of cells. */
  readonly byLength = new Map<number, NoteTaker>();
  /** Rows between those that were noted, as far as their lines are certain. */
  readonly #between = new NoteTaker();
  #first: CellPlace | null = null;
  #last: CellPlace | null = null;

  override note(row: number, line: number, cells: number): void {
    super.note(row, line, cells);
    let notes = this.byLength.get(cells);
    if (notes === undefined) {
      notes = new NoteTaker();
      this.byLength.set(cells, notes);
    }
    notes.note(row, line, cells);
    const place = { row, line, column: cells };
    this.#first ??= place;
    if (this.#last !== null) passOver(this.#last, place, this.#between);
    this.#last = place;
  }

  /**
   * The first rows that were not noted. Lines are told of where as many lines as rows lie between two that were: else there is a
   * blank line among them, or a line break in quotes.
   *
   * @param firstLine where the rows start @param rows of the table, where each of them is a line; else null
   */
  between(firstLine: number, rows: number | null): readonly CellPlace[] {
    const ends = new NoteTaker();
    if (this.#first !== null) passOver({ row: -1, line: firstLine - 1, column: 0 }, this.#first, ends);
    const last = this.#last;
    if (last !== null && rows !== null) {
      passOver(last, { row: rows, line: last.line + rows - last.row, column: 0 }, ends);
    }
    return firstPlaces([...ends.places, ...this.#between.places]);
  }
}

function passOver(from: CellPlace, to: CellPlace, notes: NoteTaker): void {
  const rows = to.row - from.row;
  if (rows < 2 || to.line - from.line !== rows) return;
  for (let k = 1; k < rows && k <= keptPlaces; k++) notes.notePlace(from.row + k, from.line + k, 0);
}
