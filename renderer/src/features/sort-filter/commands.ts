import type { Command, Target } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { openDialog } from "../../state/dialogs.ts";
import { clearOrdering, filterBy, orderingIn, sortBy, sortThenBy, stopSortingBy } from "../../state/sorting.ts";
import { canSort } from "./sortable.ts";

const columnOf = (target: Target | null): number | null => target?.column ?? null;

const isSortable = (desk: Desk, target: Target | null): boolean => {
  const column = columnOf(target);
  return column !== null && canSort(desk.store.getState(), column);
};

const isSortedBy = (desk: Desk, column: number | null): boolean =>
  orderingIn(desk.store.getState()).sort.some((key) => key.column === column);

const isFilteredBy = (desk: Desk, column: number | null): boolean =>
  orderingIn(desk.store.getState()).filters.some((filter) => filter.column === column);

/** Whether another column sorts already, so that this one can sort its equals. */
const isSecond = (desk: Desk, target: Target | null): boolean =>
  isSortable(desk, target) && orderingIn(desk.store.getState()).sort.some(({ column }) => column !== columnOf(target));

function withColumn(run: (desk: Desk, column: number) => void): Command["run"] {
  return (desk, target) => {
    const column = columnOf(target);
    if (column !== null) run(desk, column);
  };
}

const base = { group: "Rows and columns", keys: [], menu: ["column"] } as const;

export const commands: readonly Command[] = [
  {
    ...base,
    id: "sort.ascending",
    name: "Sort ascending",
    isEnabled: isSortable,
    run: withColumn((desk, column) => void sortBy(desk, { column, descending: false })),
  },
  {
    ...base,
    id: "sort.descending",
    name: "Sort descending",
    isEnabled: isSortable,
    run: withColumn((desk, column) => void sortBy(desk, { column, descending: true })),
  },
  {
    ...base,
    id: "sort.then-ascending",
    name: "Then sort ascending",
    isOnlyWhenEnabled: true,
    isEnabled: isSecond,
    run: withColumn((desk, column) => void sortThenBy(desk, { column, descending: false })),
  },
  {
    ...base,
    id: "sort.then-descending",
    name: "Then sort descending",
    isOnlyWhenEnabled: true,
    isEnabled: isSecond,
    run: withColumn((desk, column) => void sortThenBy(desk, { column, descending: true })),
  },
  {
    ...base,
    id: "sort.none",
    name: "Do not sort by this",
    isOnlyWhenEnabled: true,
    isEnabled: (desk, target) => isSortedBy(desk, columnOf(target)),
    run: withColumn((desk, column) => void stopSortingBy(desk, column)),
  },
  {
    ...base,
    id: "filter",
    name: "Filter…",
    startsSection: true,
    isEnabled: isSortable,
    run: withColumn((desk, column) => openDialog(desk, { kind: "filter", column })),
  },
  {
    ...base,
    id: "filter.none",
    name: "Do not filter by this",
    isOnlyWhenEnabled: true,
    isEnabled: (desk, target) => isFilteredBy(desk, columnOf(target)),
    run: withColumn((desk, column) => void filterBy(desk, column, null)),
  },
  {
    ...base,
    id: "ordering.clear",
    name: "Show all rows as they are",
    isOnlyWhenEnabled: true,
    menu: ["row", "column"],
    isEnabled: (desk) => {
      const { sort, filters } = orderingIn(desk.store.getState());
      return sort.length + filters.length > 0;
    },
    run: (desk) => void clearOrdering(desk),
  },
];
