import type { Rail, Rails } from "../contract/winners.ts";
import type { ShownOrder, Side } from "./shown-order.ts";

/** Collects the marks of both sides. */
export class Marks {
  readonly #shown: ShownOrder;
  readonly #down: SideMarks;
  readonly #across: SideMarks;

  constructor(shown: ShownOrder, buckets: number) {
    this.#shown = shown;
    this.#down = new SideMarks(shown.rows, buckets);
    this.#across = new SideMarks(shown.columns, buckets);
  }

  /** @param row  of the operand, as the column. */
  add(row: number, column: number, isWinner: boolean): void {
    const down = this.#shown.rows.placeOf(row);
    const across = this.#shown.columns.placeOf(column);
    if (down < 0 || across < 0) return;
    const place = { row: this.#shown.rows.inArray(row), column: this.#shown.columns.inArray(column) };
    this.#down.add(down, place, isWinner);
    this.#across.add(across, place, isWinner);
  }

  rails(): Rails {
    return { down: this.#down.rail, across: this.#across.rail };
  }
}

class SideMarks {
  readonly rail: Rail;
  readonly #places: Float64Array;

  constructor({ length }: Side, most: number) {
    const buckets = Math.min(length, most);
    this.rail = {
      length,
      winners: new Uint32Array(buckets),
      ties: new Uint32Array(buckets),
      rows: new Float64Array(buckets).fill(-1),
      columns: new Float64Array(buckets).fill(-1),
    };
    this.#places = new Float64Array(buckets);
  }

  add(place: number, { row, column }: { row: number; column: number }, isWinner: boolean): void {
    const { length, winners, ties, rows, columns } = this.rail;
    const bucket = Math.floor((place * winners.length) / length);
    const held = winners[bucket] as number;
    // The first in the grid's order, winners before ties.
    const isFirst = isWinner ? held === 0 : held === 0 && ties[bucket] === 0;
    if (isFirst || ((isWinner || held === 0) && place < (this.#places[bucket] as number))) {
      this.#places[bucket] = place;
      rows[bucket] = row;
      columns[bucket] = column;
    }
    const counts = isWinner ? winners : ties;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
}
