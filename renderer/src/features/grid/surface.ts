import type { CellFocusedEvent, GridApi, SuppressKeyboardEventParams } from "ag-grid-community";
import type { Cursor } from "./cursor.ts";
import type { Spot } from "./first-sight.ts";
import { Focus } from "./focus.ts";
import type { Frame } from "./frame.ts";
import { type Layout, layoutOf, type Room } from "./layout.ts";
import { Measures } from "./measures.ts";
import type { TextWidth } from "./metrics.ts";
import { columnOffsetShowing, type Offsets, rowOffsetNear, rowOffsetShowing } from "./offsets.ts";
import type { Listener } from "./options.ts";
import { type Elements, type Fittings, Painter } from "./painter.ts";
import { ScrollBar } from "./scroll-bar.ts";
import type { Sheet } from "./sheet.ts";
import { Standing } from "./standing.ts";
import { textWidthIn } from "./text-width.ts";
import { Wheel } from "./wheel.ts";

/**
 * A window over an array, drawn by AG Grid's cells: they are made once and never scroll. What is shown changes by painting
 * other numbers into them.
 */
export class Surface implements Listener {
  readonly #sheet: Sheet;
  /** Someone moves the window: the desk keeps where it stands. */
  readonly #onOffsets: (offsets: Offsets) => void;
  /** Hears where the focus was moved, but by the mouse. In places. */
  onMoved: (cursor: Cursor) => void = () => {};
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
    // The observer brings the size along: asking the element for it would make the browser lay the page out at once.
    const size = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      this.#room = { width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) };
      if (this.#wanted !== null) this.show(this.#wanted.frame, this.#wanted.offsets);
    });
    size.observe(room);
    room.addEventListener("wheel", this.#onWheel, { passive: false });
    host.addEventListener("pointerdown", this.#onPress, { capture: true });
    const focus = new Focus(host, api);
    const bars = {
      down: new ScrollBar({ element: down, direction: "down", onOffset: (row) => this.#moveTo({ row }) }),
      across: new ScrollBar({ element: across, direction: "across", onOffset: (column) => this.#moveTo({ column }) }),
    };
    const fittings = { elements, focus, ...bars };
    this.#parts = {
      ...fittings,
      painter: new Painter(this.#sheet, fittings),
      size,
      textWidth: textWidthIn(host),
      standing: new Standing(api),
    };
  }

  destroy(): void {
    if (this.#parts === null) return;
    const { elements, size, down, across, painter } = this.#parts;
    size.disconnect();
    elements.room.removeEventListener("wheel", this.#onWheel);
    elements.host.removeEventListener("pointerdown", this.#onPress, { capture: true });
    down.destroy();
    across.destroy();
    painter.destroy();
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
    const { painter } = this.#parts;
    const paint = (): void => painter.paint(frame, layout);
    const growth = this.#parts.standing.growth(layout);
    if (growth.length === 0 && isSameContent(before, frame)) paint();
    else void this.#inTasks([...growth, paint], round);
  }

  /** What stands in the cells has changed, and nothing else. */
  repaint(): void {
    if (this.#wanted !== null) this.show(this.#wanted.frame, this.#wanted.offsets);
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
    const place = { row: frame.placeOfRow(row), column: frame.placeOfColumn(column) };
    if (isJump) {
      this.#sheet.jumped = { row, column };
      if (place.row >= 0 && place.column >= 0) {
        this.#parts?.focus.aim(place);
        this.onMoved(place);
      }
    }
    if (this.#parts === null || this.#room.width === 0) return offsets;
    const { page, offsets: now, movingWidth, frozen, widthAt } = this.#layOut(frame, offsets, this.#parts.textWidth);
    return {
      row: place.row < 0 ? now.row : rowOffsetNear(place.row, now.row, page.row, frozen.row),
      column:
        place.column < 0 ? now.column : columnOffsetShowing(place.column, now.column, movingWidth, widthAt, frozen.column),
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
    if (this.#parts === null || layout === null || wanted === null) return;
    const { frame } = wanted;
    const { offsets, page, movingWidth, frozen, widthAt } = layout;
    this.#parts.focus.aim(cursor);
    this.onMoved(cursor);
    const pages = key === "PageDown" ? page.row : key === "PageUp" ? -page.row : 0;
    const from = Math.max(0, Math.min(layout.last.row, offsets.row + pages));
    const isColumn = cursor.column >= 0 && cursor.column < frame.shownColumns;
    const target = {
      row: cursor.row < frame.shownRows ? rowOffsetShowing(cursor.row, from, page.row, frozen.row) : offsets.row,
      column: isColumn
        ? columnOffsetShowing(cursor.column, offsets.column, movingWidth, widthAt, frozen.column)
        : offsets.column,
    };
    if (target.row === offsets.row && target.column === offsets.column) this.#parts.painter.placeFocus(frame, layout, true);
    else this.#onOffsets(target);
  }

  /** Rows that lie whole in the window. */
  get page(): number {
    return this.#layout?.page.row ?? 1;
  }

  /** Moves the window by so many rows and columns, as far as it goes. */
  scrollBy(rows: number, columns: number): void {
    if (this.#layout === null) return;
    const { offsets } = this.#layout;
    this.#moveTo({ row: offsets.row + rows, column: offsets.column + columns });
  }

  /**
   * Brings a place into sight, moved no further than needed. Null: this direction stays as it is.
   *
   * @param isFocused  the focus goes there too, if it is in the grid.
   */
  reveal(place: { readonly row: number | null; readonly column: number | null }, isFocused: boolean): void {
    const layout = this.#layout;
    if (this.#parts === null || layout === null || this.#wanted === null) return;
    const { offsets, page, movingWidth, frozen, widthAt } = layout;
    const { focus, painter } = this.#parts;
    if (isFocused) focus.aim({ row: place.row ?? 0, column: place.column ?? 0 });
    const target = {
      row: place.row === null ? offsets.row : rowOffsetNear(place.row, offsets.row, page.row, frozen.row),
      column:
        place.column === null
          ? offsets.column
          : columnOffsetShowing(place.column, offsets.column, movingWidth, widthAt, frozen.column),
    };
    if (target.row !== offsets.row || target.column !== offsets.column) this.#onOffsets(target);
    else if (isFocused) painter.placeFocus(this.#wanted.frame, layout, focus.isInside);
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
}

interface Parts extends Fittings {
  readonly painter: Painter;
  readonly size: ResizeObserver;
  readonly textWidth: TextWidth;
  readonly standing: Standing;
}

/** Where only the window moves, and neither the cells nor what the answer says of them are others. */
function isSameContent(before: Frame | null, now: Frame): boolean {
  return (
    before !== null &&
    before.array === now.array &&
    before.fixed === now.fixed &&
    before.rowOrder === now.rowOrder &&
    before.columnOrder === now.columnOrder &&
    before.columnSet === now.columnSet &&
    before.heat === now.heat &&
    before.answer?.indices === now.answer?.indices &&
    before.answer?.reduction === now.answer?.reduction
  );
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
