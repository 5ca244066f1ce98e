import type { CellFocusedEvent, GridApi } from "ag-grid-community";
import { ANSWER, LABEL, ROW_NUMBER, slotId, slotOf } from "./columns.ts";
import { type Bounds, type Cursor, LABELS, moved, ROW_NUMBERS } from "./cursor.ts";
import type { Offsets } from "./offsets.ts";

/** Where the window stands, as far as the focus needs it. */
export interface Sight extends Bounds {
  readonly frozen: Offsets;
  readonly rowOffset: number;
  readonly columnOffset: number;
  readonly rowSlots: number;
  readonly columnSlots: number;
}

/** A cell of AG Grid. */
interface Place {
  readonly rowIndex: number;
  readonly colId: string;
  readonly rowPinned: "bottom" | null;
}

/** The first slot, where the browser's focus waits while its cell is out of sight. It is there whenever there is a cell. */
const WAITING: Place = { rowIndex: 0, colId: slotId(0), rowPinned: null };

/**
 * The focus stays with its cell of the array: when the window moves, it moves among the slots. AG Grid holds the browser's
 * focus and its ring; which cell of the array that is, is known here.
 */
export class Focus {
  readonly #host: HTMLElement;
  readonly #api: GridApi;
  #cursor: Cursor = { row: 0, column: 0 };
  #sight: Sight | null = null;
  #isWaiting = false;

  constructor(host: HTMLElement, api: GridApi) {
    this.#host = host;
    this.#api = api;
  }

  /** The cell that has the focus, or will have it once it is in sight. */
  get cursor(): Cursor {
    return this.#cursor;
  }

  get isInside(): boolean {
    return this.#host.contains(document.activeElement);
  }

  /** Another array: its first cell. */
  reset(): void {
    this.#cursor = { row: 0, column: 0 };
  }

  /** The focus will be at this cell once the window shows it. */
  aim(cursor: Cursor): void {
    this.#cursor = cursor;
  }

  /** Puts the focus where its cell is now. @param wasInside  whether the grid had the browser's focus before it was painted. */
  place(sight: Sight, wasInside: boolean): void {
    this.#sight = sight;
    if (!wasInside || sight.rows === 0 || sight.columns === 0) return;
    const place = placeOf(this.#cursor, sight);
    this.#isWaiting = place === null;
    this.#host.toggleAttribute("data-focus-away", place === null);
    this.#put(place ?? WAITING);
  }

  /** The browser's focus comes into the grid. */
  enter(): boolean {
    if (this.#sight === null) return false;
    this.place(this.#sight, true);
    return true;
  }

  onFocused({ rowIndex, rowPinned, column }: CellFocusedEvent): void {
    if (this.#isWaiting || this.#sight === null || rowIndex === null || column === null || typeof column === "string") return;
    this.#cursor = cursorAt(
      { rowIndex, colId: column.getColId(), rowPinned: rowPinned === "bottom" ? "bottom" : null },
      this.#sight,
    );
  }

  /** A press of the mouse in the grid: from here on the focus is where AG Grid says. */
  onPress(): void {
    this.#isWaiting = false;
    this.#host.toggleAttribute("data-focus-away", false);
  }

  /** The cell that a key leads to; null where the key is AG Grid's or nobody's. */
  target({
    event,
  }: {
    readonly event: Pick<KeyboardEvent, "key" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">;
  }): Cursor | null {
    if (this.#sight === null || event.altKey || event.shiftKey) return null;
    return moved(this.#cursor, event.key, event.ctrlKey || event.metaKey, this.#sight);
  }

  #put({ rowIndex, colId, rowPinned }: Place): void {
    // Without a focused cell AG Grid answers undefined, whatever its types say.
    const now = this.#api.getFocusedCell() ?? null;
    const isThere =
      now !== null && now.rowIndex === rowIndex && now.column.getColId() === colId && (now.rowPinned ?? null) === rowPinned;
    if (!isThere || !this.isInside) this.#api.setFocusedCell(rowIndex, colId, rowPinned);
  }
}

function placeOf({ row, column }: Cursor, sight: Sight): Place | null {
  const colId = columnIdOf(column, sight);
  if (colId === null) return null;
  if (row >= sight.rows) return sight.hasAnswerRow ? { rowIndex: 0, colId, rowPinned: "bottom" } : null;
  const slot = slotAt(row, sight.rowOffset, sight.frozen.row);
  return slot !== null && slot < sight.rowSlots ? { rowIndex: slot, colId, rowPinned: null } : null;
}

function columnIdOf(column: number, sight: Sight): string | null {
  const { columns, columnOffset, columnSlots, frozen, hasLabels, hasAnswerColumn } = sight;
  if (column === ROW_NUMBERS) return ROW_NUMBER;
  if (column === LABELS) return hasLabels ? LABEL : ROW_NUMBER;
  if (column >= columns) return hasAnswerColumn ? ANSWER : null;
  const slot = slotAt(column, columnOffset, frozen.column);
  return slot !== null && slot < columnSlots ? slotId(slot) : null;
}

/** The slot that stands for a place; null for a place before those in sight. */
function slotAt(place: number, offset: number, frozen: number): number | null {
  if (place < frozen) return place;
  return place - offset >= frozen ? place - offset : null;
}

const placeAt = (slot: number, offset: number, frozen: number): number => (slot < frozen ? slot : offset + slot);

function cursorAt({ rowIndex, colId, rowPinned }: Place, sight: Sight): Cursor {
  const { rows, columns, rowOffset, columnOffset, frozen } = sight;
  const row = rowPinned === "bottom" ? rows : placeAt(rowIndex, rowOffset, frozen.row);
  if (colId === ROW_NUMBER) return { row, column: ROW_NUMBERS };
  if (colId === LABEL) return { row, column: LABELS };
  return { row, column: colId === ANSWER ? columns : placeAt(slotOf(colId), columnOffset, frozen.column) };
}
