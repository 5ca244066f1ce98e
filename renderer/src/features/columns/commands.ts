import { arrangedIn, columnCount, columnsIn } from "../../state/arranging.ts";
import { freeze, hideColumn, moveColumnBy } from "../../state/arranging-columns.ts";
import { neighbour } from "../../state/columns.ts";
import type { Command, Target } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { openDialog } from "../../state/dialogs.ts";
import { ready } from "../../state/state.ts";

/** A column that can be hidden and moved: the labels beside the rows cannot. */
const movable = (target: Target | null): number | null => {
  const column = target?.column ?? null;
  return column !== null && column >= 0 ? column : null;
};

const isOpen = (desk: Desk): boolean => ready(desk.store.getState()) !== null;

function hasNeighbour(desk: Desk, target: Target | null, step: 1 | -1): boolean {
  const state = desk.store.getState();
  const column = movable(target);
  return column !== null && neighbour(columnsIn(state), column, step, columnCount(desk, state)) !== null;
}

/** Its place among the columns shown. */
function placeOf(desk: Desk, column: number): number {
  return arrangedIn(desk, desk.store.getState()).columns?.placeOf(column) ?? column;
}

const base = { group: "Rows and columns", keys: [], menu: ["column"] } as const;

export const commands: readonly Command[] = [
  {
    ...base,
    id: "column.hide",
    name: "Hide column",
    isEnabled: (desk, target) => {
      const { set, columns } = arrangedIn(desk, desk.store.getState());
      const count = columns?.count ?? columnCount(desk, desk.store.getState()) - set.hidden.size;
      return movable(target) !== null && count > 1;
    },
    run: (desk, target) => {
      const column = movable(target);
      if (column !== null) hideColumn(desk, column);
    },
  },
  {
    ...base,
    id: "column.left",
    name: "Move column left",
    isEnabled: (desk, target) => hasNeighbour(desk, target, -1),
    run: (desk, target) => {
      const column = movable(target);
      if (column !== null) moveColumnBy(desk, column, -1);
    },
  },
  {
    ...base,
    id: "column.right",
    name: "Move column right",
    isEnabled: (desk, target) => hasNeighbour(desk, target, 1),
    run: (desk, target) => {
      const column = movable(target);
      if (column !== null) moveColumnBy(desk, column, 1);
    },
  },
  {
    ...base,
    id: "column.freeze",
    name: "Freeze columns to here",
    isEnabled: (_desk, target) => movable(target) !== null,
    run: (desk, target) => {
      const column = movable(target);
      if (column !== null) freeze(desk, { column: placeOf(desk, column) + 1 });
    },
  },
  {
    ...base,
    id: "row.freeze",
    name: "Freeze rows to here",
    menu: ["row"],
    isEnabled: (_desk, target) => target !== null && target.row !== null,
    run: (desk, target) => {
      const row = target?.row ?? null;
      if (row === null) return;
      const place = arrangedIn(desk, desk.store.getState()).rows?.placeOf(row) ?? row;
      freeze(desk, { row: place + 1 });
    },
  },
  {
    ...base,
    id: "freeze.none",
    name: "Freeze nothing",
    isOnlyWhenEnabled: true,
    menu: ["row", "column"],
    isEnabled: (desk) => {
      const { frozen } = columnsIn(desk.store.getState());
      return frozen.row + frozen.column > 0;
    },
    run: (desk) => freeze(desk, { row: 0, column: 0 }),
  },
  {
    ...base,
    id: "columns",
    name: "Columns…",
    isEnabled: isOpen,
    run: (desk) => openDialog(desk, { kind: "columns" }),
  },
  {
    ...base,
    id: "column.format",
    name: "Number format…",
    startsSection: true,
    isEnabled: (_desk, target) => movable(target) !== null,
    run: (desk, target) => {
      const column = movable(target);
      if (column !== null) openDialog(desk, { kind: "format", column });
    },
  },
];
