/** Where something was found: line of the file as editors count, from 1; row and column of the table, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly line: number;
  readonly column: number;
}

/** As many first places as a person will look at. */
export const keptPlaces = 5;

/** Something that happened many times, with the first places where it did. */
export interface Notes {
  readonly count: number;
  readonly places: readonly CellPlace[];
}

export class NoteTaker implements Notes {
  count = 0;
  readonly places: CellPlace[] = [];
  readonly #most: number;

  /** @param most places that are kept */
  constructor(most = keptPlaces) {
    this.#most = most;
  }

  note(row: number, line: number, column: number): void {
    this.count++;
    this.notePlace(row, line, column);
  }

  /** A place that is counted otherwise. */
  notePlace(row: number, line: number, column: number): void {
    if (this.places.length < this.#most) this.places.push({ row, line, column });
  }
}

/** The first of many places by their row, one a row. */
export function firstPlaces(places: readonly CellPlace[]): readonly CellPlace[] {
  const ascending = [...places].sort((a, b) => a.row - b.row);
  return ascending.filter((place, k) => place.row !== ascending[k - 1]?.row).slice(0, keptPlaces);
}
