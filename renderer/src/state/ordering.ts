import type { Filter, Ordering, SortKey } from "@argscope/core/contract/ordering.ts";

/** What an order was made for: a slice of what is open under a handle. */
export interface OrderedSlice {
  readonly handle: number;
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
  readonly fixed: readonly number[];
}

/** An order that the grid shows rows in; the rows are on the shelf, under `serial`. */
export interface Ordered extends OrderedSlice {
  readonly serial: number;
  readonly ordering: Ordering;
  /** How many rows are left. */
  readonly rows: number;
}

/** `last` is what the grid goes on showing until the new order is there. `progress` in 1/1000. */
export type OrderingState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly asked: Ordering; readonly progress: number; readonly last: Ordered | null }
  | { readonly kind: "done"; readonly ordered: Ordered };

export const unordered: Ordering = { sort: [], filters: [] };

export function isUnordered({ sort, filters }: Ordering): boolean {
  return sort.length === 0 && filters.length === 0;
}

/** Sorted by this column alone. `null`: by none. */
export function sortedBy({ filters }: Ordering, key: SortKey | null): Ordering {
  return { sort: key === null ? [] : [key], filters };
}

/** Equals of the present order by this column too; a column that sorts already changes its direction. */
export function thenSortedBy({ sort, filters }: Ordering, key: SortKey): Ordering {
  const isThere = sort.some(({ column }) => column === key.column);
  return { sort: isThere ? sort.map((each) => (each.column === key.column ? key : each)) : [...sort, key], filters };
}

export function unsortedBy({ sort, filters }: Ordering, column: number): Ordering {
  return { sort: sort.filter((key) => key.column !== column), filters };
}

/** One filter a column. `null`: none. */
export function filteredBy({ sort, filters }: Ordering, column: number, filter: Filter | null): Ordering {
  const others = filters.filter((each) => each.column !== column);
  return { sort, filters: filter === null ? others : [...others, filter] };
}
