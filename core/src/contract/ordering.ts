import type { SharedPlane } from "./selecting.ts";
import type { Control, SharedArray } from "./worker.ts";

/**
 * One column that rows are put in order by. `column` as in a `SharedPlane`: of the array, behind those one of text; -1 is the
 * text beside the row numbers.
 */
export interface SortKey {
  readonly column: number;
  readonly descending: boolean;
}

/** What a cell must be. Numbers are as they were typed: they may be beyond 2^53, and dates are ISO 8601. */
export type Condition =
  | { readonly kind: "compare"; readonly operator: "<" | "<=" | "=" | ">=" | ">"; readonly value: string }
  /** Both ends belong to it. */
  | { readonly kind: "between"; readonly low: string; readonly high: string }
  /** NaN or NaT; of text, an empty cell. */
  | { readonly kind: "missing" }
  /** Without regard to upper and lower case. */
  | { readonly kind: "contains" | "equals"; readonly text: string };

export interface Filter {
  readonly column: number;
  readonly condition: Condition;
  /** The rows that are not so, NaN among them. */
  readonly not: boolean;
}

/** How rows are shown: those that pass every filter, by the first key, equals of it by the second, and so on. */
export interface Ordering {
  readonly sort: readonly SortKey[];
  readonly filters: readonly Filter[];
}

/** The rows of an ordering. dtype intp. The engine keeps the last two of a handle. */
export interface Ordered {
  /** The array's row at each place. */
  readonly rows: SharedArray;
  /** The place of each row of the array; -1: it is filtered out. */
  readonly places: SharedArray;
}

export interface OrderingCalls {
  /** Null: all rows, in the array's order. The plane's own row order does not matter. */
  order: { takes: { plane: SharedPlane; ordering: Ordering; control: Control }; gives: Ordered | null };
}
