import { rangeHas } from "@argscope/core/select/range.ts";
import type { Desk } from "../../../state/desk.ts";
import { selectFrom, selectTo } from "../../../state/selecting.ts";
import type { Sheet } from "../sheet.ts";
import { type Pressed, pressedOn } from "./pressed.ts";
import { stepsBeyond } from "./steps.ts";

/** The part of the grid that a drag scrolls. */
export interface Scrolled {
  /** Moves the window by so many rows and columns, as far as it goes. */
  scrollBy(rows: number, columns: number): void;
}

/** How often a pointer beyond the edge scrolls. */
const SCROLL_MS = 40;

/** Selects with the mouse: press, drag, Shift and Ctrl. A drag beyond the cells scrolls. Returns how to stop. */
export function watchPointer(host: HTMLElement, sheet: Sheet, scrolled: Scrolled, desk: Desk): () => void {
  let drag: Drag | null = null;

  const press = (event: PointerEvent): void => {
    const { target, button, shiftKey, altKey } = event;
    // With Alt a column is moved, and what can be taken hold of has its own use.
    if (sheet.shown === null || altKey || !(target instanceof Element) || target.closest("button, [data-handle]")) return;
    const pressed = pressedOn(target, sheet.shown);
    if (pressed === null || (button !== 0 && isSelected(desk, pressed.place))) return;
    const isMore = event.ctrlKey || event.metaKey;
    selectFrom(desk, pressed.place, pressed.unit, shiftKey ? "to here" : isMore ? "more" : "anew");
    if (button !== 0 || pressed.unit === "all") return;
    drag?.end();
    drag = new Drag(host, sheet, scrolled, desk);
  };
  // AG Grid puts the focus where the mouse is pressed. With Shift it stays where the range began.
  const keepFocus = (event: MouseEvent): void => {
    if (!event.shiftKey || !host.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  host.addEventListener("pointerdown", press, { capture: true });
  host.addEventListener("mousedown", keepFocus, { capture: true });
  return () => {
    drag?.end();
    host.removeEventListener("pointerdown", press, { capture: true });
    host.removeEventListener("mousedown", keepFocus, { capture: true });
  };
}

/** The right button on what is selected opens its menu and leaves it selected. */
function isSelected(desk: Desk, { row, column }: { readonly row: number; readonly column: number }): boolean {
  const { selected } = desk.store.getState();
  return selected.kind === "ranges" && selected.ranges.some((range) => rangeHas(range, row, column));
}

/** Behind the last row and column there may be some room: so many px back is where they are looked for. */
const LOOKS = [0, 12, 24, 48, 96];

/** One drag, from the press until the button is let go. */
class Drag {
  readonly #sheet: Sheet;
  readonly #scrolled: Scrolled;
  readonly #desk: Desk;
  readonly #host: HTMLElement;
  /** Where there are cells that scroll, on the screen. */
  readonly #inside: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly #over = new AbortController();
  #pointer = { x: 0, y: 0 };
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: HTMLElement, sheet: Sheet, scrolled: Scrolled, desk: Desk) {
    this.#host = host;
    this.#sheet = sheet;
    this.#scrolled = scrolled;
    this.#desk = desk;
    this.#inside = cellsRoom(host);
    const { signal } = this.#over;
    addEventListener("pointermove", (event) => this.#move(event), { signal });
    addEventListener("pointerup", () => this.end(), { signal });
    addEventListener("pointercancel", () => this.end(), { signal });
    addEventListener("blur", () => this.end(), { signal });
  }

  end(): void {
    this.#over.abort();
    clearInterval(this.#timer);
  }

  #move({ clientX, clientY, buttons }: PointerEvent): void {
    if ((buttons & 1) === 0) {
      this.end();
      return;
    }
    this.#pointer = { x: clientX, y: clientY };
    const steps = stepsBeyond(this.#pointer, this.#inside);
    const isBeyond = steps.rows !== 0 || steps.columns !== 0;
    if (isBeyond && this.#timer === undefined) this.#timer = setInterval(() => this.#scroll(), SCROLL_MS);
    if (!isBeyond) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    this.#select();
  }

  #scroll(): void {
    const { rows, columns } = stepsBeyond(this.#pointer, this.#inside);
    this.#scrolled.scrollBy(rows, columns);
    this.#select();
  }

  /** The cell under the pointer, or the one at the edge that is nearest to it. */
  #select(): void {
    const { left, top, right, bottom } = this.#inside;
    const x = Math.max(left + 1, Math.min(right - 2, this.#pointer.x));
    const y = Math.max(top + 1, Math.min(bottom - 2, this.#pointer.y));
    for (const back of LOOKS) {
      const pressed = this.#pressedAt(x, y - back) ?? this.#pressedAt(x - back, y);
      if (pressed === null) continue;
      selectTo(this.#desk, pressed.place);
      return;
    }
  }

  #pressedAt(x: number, y: number): Pressed | null {
    const element = document.elementFromPoint(x, y);
    if (element === null || this.#sheet.shown === null || !this.#host.contains(element)) return null;
    return pressedOn(element, this.#sheet.shown);
  }
}

/** What lies between header and answer row, and between the row numbers and the answer column. */
function cellsRoom(host: HTMLElement): { left: number; top: number; right: number; bottom: number } {
  const box = (selector: string): DOMRect | undefined => host.querySelector(selector)?.getBoundingClientRect();
  const all = box(".ag-grid-scrollable-area") ?? host.getBoundingClientRect();
  const answerRow = host.hasAttribute("data-answer-row") ? box(".ag-grid-pinned-bottom-rows") : undefined;
  const answerColumn = host.hasAttribute("data-answer-column") ? box(".ag-row .ag-grid-pinned-right-cells") : undefined;
  return {
    left: box(".ag-row .ag-grid-pinned-left-cells")?.right ?? all.left,
    top: box(".ag-header")?.bottom ?? all.top,
    right: Math.min(all.right, answerColumn?.left ?? all.right),
    bottom: Math.min(all.bottom, answerRow?.top ?? all.bottom),
  };
}
