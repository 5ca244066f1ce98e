import type { CellFocusedEvent, GridApi, SuppressKeyboardEventParams } from "ag-grid-community";
import type { Shown } from "./content.ts";
import type { Cursor } from "./cursor.ts";
import type { Spot } from "./first-sight.ts";
import { Focus } from "./focus.ts";
import type { Frame } from "./frame.ts";
import { type Layout, layoutOf, type Room } from "./layout.ts";
import { Measures } from "./measures.ts";
import { ROW_HEIGHT, type TextWidth } from "./metrics.ts";
import { columnOffsetShowing, type Offsets, rowOffsetShowing } from "./offsets.ts";
import type { Listener } from "./options.ts";
import { ariaColumnCount, ariaRowCount } from "./positions.ts";
import { ScrollBar } from "./scroll-bar.ts";
import type { Sheet } from "./sheet.ts";
import { shownColumns } from "./slots.ts";
import { Standing } from "./standing.ts";
import { textWidthIn } from "./text-width.ts";
import { Wheel } from "./wheel.ts";

/** The elements that the grid lives in. */
export interface Elements {
  /** As large as the grid and its scroll bars may become. */
  readonly room: HTMLElement;
  /**
   * AG Grid is in here. It is always as large as the room: AG Grid answers another size with new styles for every cell. The
   * part that is to be seen is cut out of it.
   */
  readonly host: HTMLElement;
  readonly down: HTMLElement;
  readonly across: HTMLElement;
}

/**
 * A window over an array, drawn by AG Grid's cells: they are made once and never scroll. What is shown changes by painting
 * other numbers into them.
 */
export class Surface implements Listener {
  readonly #sheet: Sheet;
  /** Someone moves the window: the desk keeps where it stands. */
  readonly #onOffsets: (offsets: Offsets) => void;
  readonly #wheel = new Wheel();
  #parts: Parts | null = null;
  #room: Room = { width: 0, height: 0 };
  #wanted: { readonly frame: Frame; readonly offsets: Offsets } | null = null;
  #measures: Measures | null = null;
  #layout: Layout | null = null;
  #round = 0;

  constructor(sheet: Sheet, onOffsets: (offsets: Offsets) => void) {
    this.#sheet = sheet;
    this.#onOffsets = onOffsets;
  }

  start(elements: Elements, api: GridApi): void {
    const { room, host, down, across } = elements;
    const grid = host.querySelector<HTMLElement>("[role=grid]");
    if (grid !== null) {
      grid.ariaLabel = "Array";
      grid.id = "array-grid";
    }
    // The observer brings the size along: asking the element for it would make the browser lay the page out at once.
    const size = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      this.#room = { width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) };
      if (this.#wanted !== null) this.show(this.#wanted.frame, this.#wanted.offsets);
    });
    size.observe(room);
    room.addEventListener("wheel", this.#onWheel, { passive: false });
    host.addEventListener("pointerdown", this.#onPress, { capture: true });
    this.#parts = {
      elements,
      grid,
      rows: host.querySelector<HTMLElement>(".ag-grid-scrolling-container"),
      cut: host.querySelector<HTMLElement>(".ag-grid-scrollable-area"),
      size,
      textWidth: textWidthIn(host),
      standing: new Standing(api),
      focus: new Focus(host, api),
      down: new ScrollBar({ element: down, direction: "down", onOffset: (row) => this.#moveTo({ row }) }),
      across: new ScrollBar({ element: across, direction: "across", onOffset: (column) => this.#moveTo({ column }) }),
    };
  }

  destroy(): void {
    if (this.#parts === null) return;
    const { elements, size, down, across } = this.#parts;
    size.disconnect();
    elements.room.removeEventListener("wheel", this.#onWheel);
    elements.host.removeEventListener("pointerdown", this.#onPress, { capture: true });
    down.destroy();
    across.destroy();
    this.#parts = null;
  }

  /** Shows a frame from these rows and columns on, or the nearest that leave the window filled. A newer call takes over. */
  show(frame: Frame, offsets: Offsets): void {
    const round = ++this.#round;
    this.#wanted = { frame, offsets };
    const { width, height } = this.#room;
    if (this.#parts === null || width === 0 || height === 0) return;
    const before = this.#sheet.shown?.frame ?? null;
    if (before?.array !== frame.array) {
      this.#sheet.jumped = null;
      this.#parts.focus.reset();
    }
    const layout = this.#layOut(frame, offsets, this.#parts.textWidth);
    this.#layout = layout;
    const paint = (): void => this.#paint(frame, layout);
    const growth = this.#parts.standing.growth(layout);
    if (growth.length === 0 && isSameContent(before, frame)) paint();
    else void this.#inTasks([...growth, paint], round);
  }

  /** Each step a task of its own: together they would be a long one. */
  async #inTasks(steps: readonly (() => void)[], round: number): Promise<void> {
    for (const step of steps) {
      await nextTask();
      if (round !== this.#round) return;
      step();
    }
  }

  /** Where the window has to stand to show a cell: from afar with its neighbours on both sides, nearby moved no further than needed. */
  offsetsShowing(frame: Frame, { row, column, isJump }: Spot, offsets: Offsets): Offsets {
    if (isJump) {
      this.#sheet.jumped = { row, column };
      this.#parts?.focus.aim({ row, column });
    }
    if (this.#parts === null || this.#room.width === 0) return offsets;
    const { page, offsets: now, lanesWidth } = this.#layOut(frame, offsets, this.#parts.textWidth);
    const isNear = row >= now.row - page.row && row < now.row + 2 * page.row;
    const { width } = this.#measuresOf(frame, this.#parts.textWidth);
    return {
      row: isNear ? rowOffsetShowing(row, now.row, page.row) : Math.max(0, row - Math.floor(page.row / 2)),
      column: columnOffsetShowing(column, now.column, lanesWidth, width),
    };
  }

  onKey(params: SuppressKeyboardEventParams): boolean {
    const target = this.#parts?.focus.target(params) ?? null;
    if (target === null) return false;
    params.event.preventDefault();
    this.#goTo(target, params.event.key);
    return true;
  }

  onFocused(event: CellFocusedEvent): void {
    this.#parts?.focus.onFocused(event);
  }

  onEntered(): boolean {
    return this.#parts?.focus.enter() ?? false;
  }

  /** Moves the focus, and the window as far as it takes. A page moves both, so that the focus stays where it is on the screen. */
  #goTo(cursor: Cursor, key: string): void {
    const layout = this.#layout;
    const wanted = this.#wanted;
    if (this.#parts === null || this.#measures === null || layout === null || wanted === null) return;
    const { frame } = wanted;
    const { offsets, page, lanesWidth } = layout;
    this.#parts.focus.aim(cursor);
    const pages = key === "PageDown" ? page.row : key === "PageUp" ? -page.row : 0;
    const from = Math.max(0, Math.min(layout.last.row, offsets.row + pages));
    const isColumn = cursor.column >= 0 && cursor.column < shownColumns(frame);
    const target = {
      row: cursor.row < frame.rows ? rowOffsetShowing(cursor.row, from, page.row) : offsets.row,
      column: isColumn ? columnOffsetShowing(cursor.column, offsets.column, lanesWidth, this.#measures.width) : offsets.column,
    };
    if (target.row === offsets.row && target.column === offsets.column) this.#placeFocus(layout, frame, true);
    else this.#onOffsets(target);
  }

  #moveTo(change: Partial<Offsets>): void {
    if (this.#layout === null) return;
    const { offsets, last } = this.#layout;
    const row = Math.max(0, Math.min(last.row, change.row ?? offsets.row));
    const column = Math.max(0, Math.min(last.column, change.column ?? offsets.column));
    if (row !== offsets.row || column !== offsets.column) this.#onOffsets({ row, column });
  }

  readonly #onWheel = (event: WheelEvent): void => {
    if (this.#layout === null || event.ctrlKey) return;
    event.preventDefault();
    const { offsets, page } = this.#layout;
    const { rows, columns } = this.#wheel.steps(event, page.row);
    this.#moveTo({ row: offsets.row + rows, column: offsets.column + columns });
  };

  readonly #onPress = (): void => this.#parts?.focus.onPress();

  #measuresOf(frame: Frame, textWidth: TextWidth): Measures {
    if (this.#measures === null || !this.#measures.isOf(frame)) this.#measures = new Measures(frame, textWidth);
    return this.#measures;
  }

  #layOut(frame: Frame, offsets: Offsets, textWidth: TextWidth): Layout {
    return layoutOf(frame, offsets, this.#room, this.#measuresOf(frame, textWidth), textWidth);
  }

  #paint(frame: Frame, layout: Layout): void {
    if (this.#parts === null) return;
    const { elements, grid, cut, focus, down, across } = this.#parts;
    const wasInside = focus.isInside;
    const before = this.#sheet.shown;
    const { offsets, rowSlots, columnSlots, decimals, widths } = layout;
    const shown: Shown = {
      frame,
      rowOffset: offsets.row,
      columnOffset: offsets.column,
      rowSlots,
      columnSlots,
      decimals,
      widths,
    };
    this.#sheet.shown = shown;
    for (const element of [cut, elements.down]) if (element !== null) element.style.maxHeight = `${layout.height}px`;
    for (const element of [cut, elements.across]) if (element !== null) element.style.maxWidth = `${layout.width}px`;
    elements.down.style.left = `${layout.width}px`;
    elements.across.style.top = `${layout.height}px`;
    elements.host.toggleAttribute("data-answer-row", layout.hasAnswerRow);
    elements.host.toggleAttribute("data-answer-column", layout.widths.answer > 0);
    if (grid !== null) {
      grid.ariaRowCount = String(ariaRowCount(shown, layout.hasAnswerRow));
      grid.ariaColCount = String(ariaColumnCount(shown, layout.widths.answer > 0));
    }
    down.show({
      isShown: layout.scrollsDown,
      count: frame.rows,
      offset: offsets.row,
      last: layout.last.row,
      page: layout.page.row,
    });
    across.show({
      isShown: layout.scrollsAcross,
      count: shownColumns(frame),
      offset: offsets.column,
      last: layout.last.column,
      page: layout.page.column,
    });
    const isUncovering = this.#parts.rows?.style.clipPath !== "";
    if (before?.frame.array !== frame.array || (isUncovering && isSameCells(before, shown)))
      void this.#sheet.repaintByFrame((rowSlots) => this.#showRows(rowSlots));
    else if (isSameCells(before, shown)) void this.#sheet.repaintByLine();
    else this.#repaintAll();
    this.#placeFocus(layout, frame, wasInside);
  }

  #repaintAll(): void {
    this.#sheet.repaint();
    this.#showRows(Number.POSITIVE_INFINITY);
  }

  /** Cuts off the row slots that still hold the array before. */
  #showRows(rowSlots: number): void {
    const rows = this.#parts?.rows ?? null;
    if (rows === null) return;
    rows.style.clipPath = Number.isFinite(rowSlots) ? `inset(0 0 calc(100% - ${rowSlots * ROW_HEIGHT}px) 0)` : "";
  }

  #placeFocus(layout: Layout, frame: Frame, wasInside: boolean): void {
    this.#parts?.focus.place(
      {
        rows: frame.rows,
        columns: shownColumns(frame),
        hasLabels: layout.widths.labels > 0,
        hasAnswerRow: layout.hasAnswerRow,
        hasAnswerColumn: layout.widths.answer > 0,
        page: layout.page.row,
        rowOffset: layout.offsets.row,
        columnOffset: layout.offsets.column,
        rowSlots: layout.rowSlots,
        columnSlots: layout.columnSlots,
      },
      wasInside,
    );
  }
}

interface Parts {
  readonly elements: Elements;
  readonly grid: HTMLElement | null;
  /** AG Grid's element that holds everything that is to be seen. */
  readonly cut: HTMLElement | null;
  /** AG Grid's element that holds the row slots. */
  readonly rows: HTMLElement | null;
  readonly size: ResizeObserver;
  readonly textWidth: TextWidth;
  readonly standing: Standing;
  readonly focus: Focus;
  readonly down: ScrollBar;
  readonly across: ScrollBar;
}

/** Where the same cells stand in the same slots, and only what the answer says of them may differ. */
function isSameCells(before: Shown | null, now: Shown): boolean {
  return (
    before !== null &&
    before.frame.array === now.frame.array &&
    before.frame.fixed === now.frame.fixed &&
    before.rowOffset === now.rowOffset &&
    before.columnOffset === now.columnOffset
  );
}

/** Where only the window moves, and neither the cells nor what the answer says of them are others. */
function isSameContent(before: Frame | null, now: Frame): boolean {
  return (
    before !== null &&
    before.array === now.array &&
    before.fixed === now.fixed &&
    before.answer?.indices === now.answer?.indices &&
    before.answer?.reduction === now.answer?.reduction
  );
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
