import type { Direction, Place } from "@argscope/core/contract/selecting.ts";
import type { Desk } from "../../../state/desk.ts";
import { planeIn } from "../../../state/plane.ts";
import { goToEdge, selectTo, selectWhole } from "../../../state/selecting.ts";
import { moved } from "../cursor.ts";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** The part of the grid that keys ask. */
export interface Paged {
  /** Rows that lie whole in the window. */
  readonly page: number;
}

/**
 * Selects with the keyboard: Shift and whatever moves the focus, Ctrl and an arrow, Ctrl+Space, Shift+Space. Comes before AG
 * Grid's own keys. Returns how to stop.
 */
export function watchSelectionKeys(host: HTMLElement, paged: Paged, desk: Desk): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(".ag-cell") === null) return;
    if (!handled(event, paged, desk)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  host.addEventListener("keydown", onKey, { capture: true });
  return () => host.removeEventListener("keydown", onKey, { capture: true });
}

function handled({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, { page }: Paged, desk: Desk): boolean {
  const state = desk.store.getState();
  const { selected } = state;
  if (altKey || selected.kind === "none") return false;
  const far = ctrlKey || metaKey;
  if (key === " " && far !== shiftKey) {
    selectWhole(desk, far ? "columns" : "rows");
    return true;
  }
  // AG Grid would take this key for itself.
  if (key.toLowerCase() === "a" && far && !shiftKey) {
    selectWhole(desk, "all");
    return true;
  }
  const direction = DIRECTIONS[key];
  if (direction !== undefined && far) {
    void goToEdge(desk, direction, shiftKey);
    return true;
  }
  if (!shiftKey) return false;
  const plane = planeIn(desk, state);
  const head = plane === null ? null : moved(selected.head, key, far, { ...plane, page, ...NOTHING_BESIDE });
  if (plane === null || head === null) return false;
  selectTo(desk, inside(head, plane));
  return true;
}

/** A range holds cells of the array alone. */
const NOTHING_BESIDE = { hasLabels: false, hasAnswerRow: false, hasAnswerColumn: false };

function inside({ row, column }: Place, { rows, columns }: { readonly rows: number; readonly columns: number }): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}
