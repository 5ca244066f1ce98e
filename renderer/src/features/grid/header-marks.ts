import type { Frame } from "./frame.ts";

/** What a column's header says of the order of the rows. */
export interface HeaderMarks {
  readonly sort: "ascending" | "descending" | "none";
  /** An arrow, with the key's number where there are several, and a funnel; empty: neither sorted nor filtered by. */
  readonly text: string;
  /** For who hears it. */
  readonly words: string;
}

const UNMARKED: HeaderMarks = { sort: "none", text: "", words: "" };

/** @param column  as in a `SortKey`. */
export function headerMarks({ ordering }: Frame, column: number): HeaderMarks {
  if (ordering === undefined || ordering === null) return UNMARKED;
  const { sort, filters } = ordering;
  const rank = sort.findIndex((key) => key.column === column);
  const key = sort[rank];
  const isFiltered = filters.some((filter) => filter.column === column);
  if (key === undefined && !isFiltered) return UNMARKED;
  const direction = key === undefined ? "none" : key.descending ? "descending" : "ascending";
  const arrow = key === undefined ? "" : `${key.descending ? "↓" : "↑"}${sort.length > 1 ? rank + 1 : ""}`;
  const sorted =
    key === undefined ? [] : [`sorted ${direction}${sort.length > 1 ? `, key ${rank + 1} of ${sort.length}` : ""}`];
  return {
    sort: direction,
    text: `${arrow}${isFiltered ? "▾" : ""}`,
    words: [...sorted, ...(isFiltered ? ["filtered"] : [])].join(", "),
  };
}
