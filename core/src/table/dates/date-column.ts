import { type DateOrder, DateReader, dateOrders } from "./date-reader.ts";

/** A unit of datetime64 that dates in files come in. */
export type DateUnit = "D" | "s" | "ms" | "us" | "ns";

/** How all dates of a column are written, and the unit that holds them all. */
export interface DateKind {
  readonly order: DateOrder;
  readonly unit: DateUnit;
  /** Times had an offset and count in UTC. */
  readonly utc: boolean;
}

/** What the cells of a column are as dates. */
export type DateVerdict =
  | { readonly kind: "dates"; readonly dates: DateKind }
  /** Every cell may be day first or month first; the first cell that would be another day, by its row. */
  | { readonly kind: "ambiguous"; readonly row: number }
  /** Some have an offset from UTC and some none: the first of the fewer ones, by its row. */
  | { readonly kind: "mixed"; readonly row: number; readonly hasOffset: boolean }
  | { readonly kind: "none" };

/** int64 counts nanoseconds in these years. */
const [firstNanoYear, lastNanoYear] = [1678, 2261];

/** Looks at the cells of a column one after the other, and says in the end whether they are dates, and in which order. */
export class DateJudge {
  readonly #reader = new DateReader();
  #orders: readonly DateOrder[];
  #cells = 0;
  #digits = -1;
  #offsets = 0;
  #firstOffset = 0;
  #firstLocal = 0;
  #times = 0;
  #firstYear = Infinity;
  #lastYear = -Infinity;
  #ambiguousRow: number | null = null;

  /** @param chosen the order of day and month, where it was said */
  constructor(chosen: "dmy" | "mdy" | undefined) {
    this.#orders =
      chosen === undefined ? dateOrders : dateOrders.filter((order) => order !== (chosen === "dmy" ? "mdy" : "dmy"));
  }

  /** False: the cell is no date in an order that the ones before have left; nothing has changed then. */
  take(text: string, row: number): boolean {
    const before = this.#orders;
    // One order is the usual case after the first cells.
    if (!(before.length === 1 && this.#reader.read(text, before[0] as DateOrder))) {
      const left = before.filter((order) => this.#reader.read(text, order));
      if (left.length === 0) return false;
      this.#orders = left;
      if (this.#orders.length === 2 && this.#ambiguousRow === null && this.#differs(text)) this.#ambiguousRow = row;
      this.#reader.read(text, this.#orders[0] as DateOrder);
    }
    const { digits, hasOffset, year } = this.#reader;
    this.#cells++;
    if (digits >= 0) this.#times++;
    if (hasOffset) {
      if (this.#offsets++ === 0) this.#firstOffset = row;
    } else if (this.#cells - this.#offsets === 1) this.#firstLocal = row;
    if (digits > this.#digits) this.#digits = digits;
    if (year < this.#firstYear) this.#firstYear = year;
    if (year > this.#lastYear) this.#lastYear = year;
    return true;
  }

  finish(): DateVerdict {
    const [order] = this.#orders;
    const unit = this.#unit();
    if (this.#cells === 0 || order === undefined || unit === null) return { kind: "none" };
    // Times with an offset and times without have no order among themselves.
    if (this.#offsets > 0 && this.#offsets < this.#cells) {
      const hasOffset = 2 * this.#offsets <= this.#cells;
      return { kind: "mixed", row: hasOffset ? this.#firstOffset : this.#firstLocal, hasOffset };
    }
    if (this.#orders.length > 1 && this.#ambiguousRow !== null) return { kind: "ambiguous", row: this.#ambiguousRow };
    return { kind: "dates", dates: { order, unit, utc: this.#offsets > 0 } };
  }

  /** `03/03/2024` is the same day in both orders. */
  #differs(text: string): boolean {
    const days = this.#orders.map((order) => {
      this.#reader.read(text, order);
      return this.#reader.days;
    });
    return days[0] !== days[1];
  }

  #unit(): DateUnit | null {
    if (this.#times === 0) return "D";
    if (this.#digits === 0) return "s";
    if (this.#digits <= 3) return "ms";
    if (this.#digits <= 6) return "us";
    return this.#firstYear >= firstNanoYear && this.#lastYear <= lastNanoYear ? "ns" : null;
  }
}

/** The count of `unit` since 1970 that a reader holds. */
export function countOf({ days, seconds, nanoseconds }: DateReader, unit: DateUnit): bigint {
  switch (unit) {
    case "D":
      return BigInt(days);
    case "s":
      return BigInt(86_400 * days + seconds);
    case "ms":
      return BigInt(1000 * (86_400 * days + seconds) + nanoseconds / 1e6);
    case "us":
      return BigInt(86_400 * days + seconds) * 1_000_000n + BigInt(nanoseconds / 1e3);
    case "ns":
      return BigInt(86_400 * days + seconds) * 1_000_000_000n + BigInt(nanoseconds);
  }
}
