import type { WrittenNumber } from "../engine/number-format.ts";
import { type Arrangement, arrangedBy } from "./arrangement.ts";

/** How numbers are written in the cells. Only what is seen changes. `digits` behind the point. */
export type NumberFormat =
  /** As the file has them; where it has no text, the shortest decimal. */
  { readonly kind: "written" } | WrittenNumber;

/** What a person made of the columns, by their numbers in the array (behind them those of text, see `columnContent`). */
export interface ColumnSet {
  /** All of them, the hidden ones too, in the order they are shown in; null: the array's. */
  readonly order: readonly number[] | null;
  readonly hidden: ReadonlySet<number>;
  /** In px, of those that were given one. */
  readonly widths: ReadonlyMap<number, number>;
  /** How many stand still, in places from the top and the left. */
  readonly frozen: { readonly row: number; readonly column: number };
  readonly format: NumberFormat;
  /** Of columns that have another than the rest. */
  readonly formats: ReadonlyMap<number, NumberFormat>;
}

export const plainColumns: ColumnSet = {
  order: null,
  hidden: new Set(),
  widths: new Map(),
  frozen: { row: 0, column: 0 },
  format: { kind: "written" },
  formats: new Map(),
};

/** One set for each mapping of each array, for as long as the file is open. */
export type ColumnSets = ReadonlyMap<string, ColumnSet>;

/** The columns shown, in their order, and where each of them is. */
export interface ShownColumns {
  readonly list: readonly number[];
  readonly arrangement: Arrangement;
}

/** They are made once for a set: they are compared by identity, and there may be a million of them. */
const made = new WeakMap<ReadonlySet<number>, WeakMap<object, ShownColumns>>();
const NO_ORDER = {};

/** Null: all columns, in the array's order. @param count  how many there are, the hidden ones too. */
export function shownColumns({ order, hidden }: ColumnSet, count: number): ShownColumns | null {
  if (order === null && hidden.size === 0) return null;
  const ofHidden = made.get(hidden) ?? new WeakMap<object, ShownColumns>();
  made.set(hidden, ofHidden);
  const key = order ?? NO_ORDER;
  const known = ofHidden.get(key);
  if (known !== undefined) return known;
  const all = order ?? Array.from({ length: count }, (_, column) => column);
  const list = hidden.size === 0 ? all : all.filter((column) => !hidden.has(column));
  const shown = { list, arrangement: arrangedBy(list, count) };
  ofHidden.set(key, shown);
  return shown;
}

export function formatOf({ format, formats }: ColumnSet, column: number): NumberFormat {
  return formats.get(column) ?? format;
}

/** Hides a column, unless it is the last one in sight. */
export function hiding(set: ColumnSet, column: number, count: number): ColumnSet {
  const hidden = new Set(set.hidden).add(column);
  return hidden.size >= count ? set : { ...set, hidden };
}

export function showing(set: ColumnSet, column: number): ColumnSet {
  const hidden = new Set(set.hidden);
  hidden.delete(column);
  return { ...set, hidden };
}

/** Moves a column to where another one is shown: behind it when it comes from before, before it when from behind. */
export function moving(set: ColumnSet, column: number, target: number, count: number): ColumnSet {
  const order = [...(set.order ?? Array.from({ length: count }, (_, each) => each))];
  const to = order.indexOf(target);
  order.splice(order.indexOf(column), 1);
  order.splice(to, 0, column);
  return { ...set, order };
}

/** The column shown next to another; null at the edge. */
export function neighbour(set: ColumnSet, column: number, step: 1 | -1, count: number): number | null {
  const list = shownColumns(set, count)?.list;
  if (list === undefined) return column + step >= 0 && column + step < count ? column + step : null;
  return list[list.indexOf(column) + step] ?? null;
}
