import type { Direction, Place } from "@argscope/core/contract/selecting.ts";
import type { Desk } from "./desk.ts";
import { planeIn, type ShownPlane } from "./plane.ts";
import { added, begun, type Extent, extended, type Selected, type Unit, widened } from "./selected.ts";

/** How a press of the mouse selects: anew, one range more (Ctrl), or up to here (Shift). */
export type Manner = "anew" | "more" | "to here";

/** Selects from a cell on. The last range stays open to `selectTo`. */
export function selectFrom(desk: Desk, cell: Place, unit: Unit, manner: Manner): void {
  change(desk, (selected, extent) => {
    if (manner === "more") return added(selected, cell, unit, extent);
    if (manner === "to here" && selected.kind === "ranges") {
      return extended(unit === selected.unit ? selected : { ...selected, unit }, cell, extent);
    }
    return begun(cell, unit, extent, "nothing");
  });
}

/** The last range ends here. */
export function selectTo(desk: Desk, head: Place): void {
  change(desk, (selected, extent) => (selected.kind === "none" ? selected : extended(selected, head, extent)));
}

/** Goes to a cell and selects it alone; the grid brings it into sight. */
export function goToPlace(desk: Desk, cell: Place): void {
  change(desk, (_, extent) => begun(cell, "cells", extent, "anchor"));
}

/** Brings what is selected into sight again, and the focus to it where nothing else has it. */
export function returnToSelection(desk: Desk): void {
  change(desk, (selected) => (selected.kind === "none" ? selected : { ...selected, reveal: "anchor" }));
}

/** The same with a whole row. */
export function goToRow(desk: Desk, row: number): void {
  change(desk, (_, extent) => begun({ row, column: 0 }, "rows", extent, "anchor"));
}

/** The focus moved to a cell by itself, which is then what is selected. Beside the array's cells nothing is. */
export function followFocus(desk: Desk, cell: Place): void {
  change(desk, (_, extent) => (isInside(cell, extent) ? begun(cell, "cells", extent, "nothing") : { kind: "none" }));
}

/** The whole rows, or columns, of the last range; or everything. */
export function selectWhole(desk: Desk, unit: Exclude<Unit, "cells">): void {
  change(desk, (selected, extent) =>
    selected.kind === "none"
      ? begun({ row: 0, column: 0 }, unit, extent, "nothing")
      : unit === "all"
        ? begun(selected.anchor, unit, extent, "nothing")
        : widened(selected, unit, extent),
  );
}

/** Ways to an edge that the engine is still looking for. */
const underWay = new WeakMap<Desk, Promise<void>>();

/** When what is selected will be what the keys pressed so far select; undefined: it is. */
export function settling(desk: Desk): Promise<void> | undefined {
  return underWay.get(desk);
}

/** Ctrl and an arrow: to the edge of the data, alone, or as far as the selection reaches from now on. One after the other. */
export async function goToEdge(desk: Desk, direction: Direction, extend: boolean): Promise<void> {
  const before = settling(desk);
  const find = (): Promise<void> => findEdge(desk, direction, extend);
  const way = before === undefined ? find() : before.then(find);
  underWay.set(desk, way);
  try {
    await way;
  } finally {
    if (underWay.get(desk) === way) underWay.delete(desk);
  }
}

async function findEdge(desk: Desk, direction: Direction, extend: boolean): Promise<void> {
  const { selected } = desk.store.getState();
  const plane = planeIn(desk, desk.store.getState());
  if (selected.kind === "none" || plane === null) return;
  const from = extend ? selected.head : selected.anchor;
  const answer = await desk.engine.ask("edge", { plane: plane.shared, from, direction });
  // Something else was selected, or something else is shown meanwhile.
  if (!answer.ok || desk.store.getState().selected !== selected) return;
  if (extend) selectTo(desk, answer.value);
  else goToPlace(desk, answer.value);
}

function isInside({ row, column }: Place, { rows, columns }: Extent): boolean {
  return row >= 0 && row < rows && column >= 0 && column < columns;
}

function change(desk: Desk, to: (selected: Selected, plane: ShownPlane) => Selected): void {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  if (plane === null) return;
  const selected = to(state.selected, plane);
  if (selected !== state.selected) desk.store.setState({ selected, copying: { kind: "idle" } });
}
