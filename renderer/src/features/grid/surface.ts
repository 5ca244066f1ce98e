import type { CellFocusedEvent, GridApi, SuppressKeyboardEventParams } from "ag-grid-community";
import type { Cursor } from "./cursor.ts";
import { followingKey, showing, within } from "./destination.ts";
import type { Spot } from "./first-sight.ts";
import type { Frame } from "./frame.ts";
import { type Layout, layoutOf, type Room } from "./layout.ts";
import { measuresOf } from "./measures.ts";
import type { TextWidth } from "./metrics.ts";
import type { Offsets } from "./offsets.ts";
import type { Listener } from "./options.ts";
import type { Elements } from "./painter.ts";
import { assemble, type Parts } from "./parts.ts";
import { isSameCells, isSameLight } from "./same-cells.ts";
import type { Sheet } from "./sheet.ts";
import { Turns } from "./turns.ts";
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
  /** Hears that cells stand elsewhere. */
  onPainted: () => void = () => {};
  readonly #wheel = new Wheel();
  #parts: Parts | null = null;
  #room: Room = { width: 0, height: 0 };
  #wanted: { readonly frame: Frame; readonly offsets: Offsets } | null = null;
  #layout: Layout | null = null;
  readonly #turns = new Turns();

  constructor(sheet: Sheet, onOffsets: (offsets: Offsets) => void) {
    this.#sheet = sheet;
    this.#onOffsets = onOffsets;
  }

  start(elements: Elements, api: GridApi): void {
    this.#parts = assemble(elements, api, this.#sheet, {
      onRoom: (room) => {
        this.#room = room;
        this.#fit();
      },
      onWheel: (event) => this.#onWheel(event),
      onPress: () => this.#parts?.focus.onPress(),
      onScroll: (change) => this.#moveTo(change),
    });
  }

  destroy(): void {
    this.#parts?.takeApart();
    this.#parts = null;
  }

  /** Shows a frame from these rows and columns on, or the nearest that leave the window filled. A newer call takes over. */
  show(frame: Frame, offsets: Offsets): void {
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
    const steps = this.#stepsTo(this.#parts, frame, layout);
    // Where only the window moves, and neither the cells nor what the answer says of them are others.
    const isMove = before !== null && isSameCells(before, frame) && isSameLight(before, frame);
    if (isMove && steps.length === 1) {
      this.#turns.drop();
      for (const step of steps) step();
    } else void this.#turns.take(steps);
  }

  /** The room is another one: what stands around the cells is fitted to it at once, so that no frame shows a gap. */
  #fit(): void {
    const wanted = this.#wanted;
    // An array that is on its way brings its own fittings along.
    if (this.#parts === null || wanted === null || this.#sheet.shown?.frame.array !== wanted.frame.array) {
      this.repaint();
      return;
    }
    const { frame, offsets } = wanted;
    const layout = this.#layOut(frame, offsets, this.#parts.textWidth);
    this.#layout = layout;
    this.#parts.painter.cut(frame, layout);
    void this.#turns.take(this.#stepsTo(this.#parts, frame, layout));
  }

  #stepsTo({ painter, standing }: Parts, frame: Frame, layout: Layout): (() => void)[] {
    const paint = (): void => {
      painter.paint(frame, layout);
      this.onPainted();
    };
    return [...standing.growth(layout), paint];
  }

  /** What stands in the cells has changed, and nothing else. */
  repaint(): void {
    if (this.#wanted !== null) this.show(this.#wanted.frame, this.#wanted.offsets);
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
    const layout = this.#layOut(frame, offsets, this.#parts.textWidth);
    return showing(layout, { row: place.row < 0 ? null : place.row, column: place.column < 0 ? null : place.column });
  }

  onKey(params: SuppressKeyboardEventParams): boolean {
    // An arrow with Alt is a command's: AG Grid would move its focus and keep the key to itself.
    if (params.event.altKey) return true;
    const target = this.#parts?.focus.target(params) ?? null;
    if (target === null) return false;
    params.event.preventDefault();
    this.#goTo(target, params.event.key);
    return true;
  }

  /** The cell that has the focus, also where it is on its way there; null: there is no grid. In places. */
  get cursor(): Cursor | null {
    return this.#parts?.focus.cursor ?? null;
  }

  /** As if a person had pressed the key on the cell that has the focus. */
  step(key: string): void {
    const plain = { key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };
    const target = this.#parts?.focus.target({ event: plain }) ?? null;
    if (target !== null) this.#goTo(target, key);
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
    this.#parts.focus.aim(cursor);
    this.onMoved(cursor);
    const target = followingKey(layout, cursor, key, frame);
    if (isSame(target, layout.offsets)) this.#parts.painter.placeFocus(frame, layout, true);
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
    const { focus, painter } = this.#parts;
    if (isFocused) focus.aim({ row: place.row ?? 0, column: place.column ?? 0 });
    const target = showing(layout, place);
    if (!isSame(target, layout.offsets)) this.#onOffsets(target);
    else if (isFocused) painter.placeFocus(this.#wanted.frame, layout, focus.isInside);
  }

  #moveTo(change: Partial<Offsets>): void {
    if (this.#layout === null) return;
    const target = within(this.#layout, change);
    if (!isSame(target, this.#layout.offsets)) this.#onOffsets(target);
  }

  #onWheel(event: WheelEvent): void {
    if (this.#layout === null || event.ctrlKey) return;
    event.preventDefault();
    const { offsets, page } = this.#layout;
    const { rows, columns } = this.#wheel.steps(event, page.row);
    this.#moveTo({ row: offsets.row + rows, column: offsets.column + columns });
  }

  #layOut(frame: Frame, offsets: Offsets, textWidth: TextWidth): Layout {
    return layoutOf(frame, offsets, this.#room, measuresOf(frame, textWidth), textWidth);
  }
}

function isSame(a: Offsets, b: Offsets): boolean {
  return a.row === b.row && a.column === b.column;
}
