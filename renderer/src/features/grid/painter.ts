import type { Focus } from "./focus.ts";
import type { Frame } from "./frame.ts";
import { FrozenLines } from "./frozen-lines.ts";
import type { Layout } from "./layout.ts";
import { ROW_HEIGHT } from "./metrics.ts";
import { ariaColumnCount, ariaRowCount } from "./positions.ts";
import { isSameCells, isSameTint, isSameWay } from "./same-cells.ts";
import type { ScrollBar } from "./scroll-bar.ts";
import type { Sheet } from "./sheet.ts";
import type { Shown } from "./shown.ts";

/** The elements that the grid lives in. */
export interface Elements {
  /** As large as the grid and its scroll bars may become. */
  readonly room: HTMLElement;
  /**
   * AG Grid is in here. It is always as large as the window: AG Grid answers another size with new styles for every cell. The
   * part that is to be seen is cut out of it.
   */
  readonly host: HTMLElement;
  readonly down: HTMLElement;
  readonly across: HTMLElement;
}

/** What stands still around the cells and follows the layout. */
export interface Fittings {
  readonly elements: Elements;
  readonly focus: Focus;
  readonly down: ScrollBar;
  readonly across: ScrollBar;
}

/** Brings a layout onto the screen: the cut, the scroll bars, the cells, the focus. */
export class Painter {
  readonly #sheet: Sheet;
  readonly #fittings: Fittings;
  readonly #frozenLines: FrozenLines;
  readonly #grid: HTMLElement | null;
  /** AG Grid's element that holds everything that is to be seen. */
  readonly #cut: HTMLElement | null;
  /** AG Grid's element that holds the row slots. */
  readonly #rows: HTMLElement | null;

  constructor(sheet: Sheet, fittings: Fittings) {
    const { host, room } = fittings.elements;
    this.#frozenLines = new FrozenLines(room);
    this.#sheet = sheet;
    this.#fittings = fittings;
    this.#grid = host.querySelector<HTMLElement>("[role=grid]");
    this.#cut = host.querySelector<HTMLElement>(".ag-grid-scrollable-area");
    this.#rows = host.querySelector<HTMLElement>(".ag-grid-scrolling-container");
    if (this.#grid !== null) {
      this.#grid.ariaLabel = "Array";
      this.#grid.id = "array-grid";
    }
  }

  destroy(): void {
    this.#frozenLines.remove();
  }

  paint(frame: Frame, layout: Layout): void {
    const wasInside = this.#fittings.focus.isInside;
    const before = this.#sheet.shown;
    const { offsets, frozen, rowSlots, columnSlots, decimals, widths } = layout;
    const shown: Shown = {
      frame,
      rowOffset: offsets.row,
      columnOffset: offsets.column,
      frozen,
      rowSlots,
      columnSlots,
      decimals,
      widths,
    };
    this.#sheet.shown = shown;
    this.cut(frame, layout);
    if (this.#grid !== null) {
      this.#grid.ariaRowCount = String(ariaRowCount(shown, layout.hasAnswerRow));
      this.#grid.ariaColCount = String(ariaColumnCount(shown, layout.widths.answer > 0));
    }
    const isUncovering = this.#rows?.style.clipPath !== "";
    if (before === null || !isSameWay(before.frame, frame) || (isUncovering && isInPlace(before, shown)))
      void this.#sheet.repaintByFrame((upTo) => this.#showRows(upTo));
    else if (isInPlace(before, shown) && !isSameTint(before.frame, frame)) void this.#sheet.repaintByFrame(() => {});
    else if (isInPlace(before, shown)) void this.#sheet.repaintByLine();
    else {
      this.#sheet.repaint();
      this.#showRows(Number.POSITIVE_INFINITY);
    }
    this.placeFocus(frame, layout, wasInside);
  }

  placeFocus(frame: Frame, layout: Layout, wasInside: boolean): void {
    this.#fittings.focus.place(
      {
        rows: frame.shownRows,
        columns: frame.shownColumns,
        hasLabels: layout.widths.labels > 0,
        hasAnswerRow: layout.hasAnswerRow,
        hasAnswerColumn: layout.widths.answer > 0,
        page: layout.page.row,
        frozen: layout.frozen,
        rowOffset: layout.offsets.row,
        columnOffset: layout.offsets.column,
        rowSlots: layout.rowSlots,
        columnSlots: layout.columnSlots,
      },
      wasInside,
    );
  }

  /** Fits what stands around the cells to another room. The cells themselves may follow later. */
  cut(frame: Frame, layout: Layout): void {
    this.#cutTo(layout, Boolean(frame.heat));
    this.#showBars(frame, layout);
    this.#frozenLines.show(layout);
  }

  #cutTo(layout: Layout, isColored: boolean): void {
    const { host, down, across } = this.#fittings.elements;
    for (const element of [this.#cut, down]) if (element !== null) element.style.maxHeight = `${layout.height}px`;
    for (const element of [this.#cut, across]) if (element !== null) element.style.maxWidth = `${layout.width}px`;
    down.style.left = `${layout.width}px`;
    across.style.top = `${layout.height}px`;
    host.toggleAttribute("data-answer-row", layout.hasAnswerRow);
    host.toggleAttribute("data-answer-column", layout.widths.answer > 0);
    host.toggleAttribute("data-colored", isColored);
  }

  #showBars(frame: Frame, layout: Layout): void {
    const { down, across } = this.#fittings;
    down.show({
      isShown: layout.scrollsDown,
      count: frame.shownRows,
      offset: layout.offsets.row,
      last: layout.last.row,
      page: layout.page.row,
    });
    across.show({
      isShown: layout.scrollsAcross,
      count: frame.shownColumns,
      offset: layout.offsets.column,
      last: layout.last.column,
      page: layout.page.column,
    });
  }

  /** Cuts off the row slots that still hold the array before. */
  #showRows(rowSlots: number): void {
    if (this.#rows === null) return;
    this.#rows.style.clipPath = Number.isFinite(rowSlots) ? `inset(0 0 calc(100% - ${rowSlots * ROW_HEIGHT}px) 0)` : "";
  }
}

/** Where the same cells stand in the same slots, and only what the answer says of them may differ. */
function isInPlace(before: Shown | null, now: Shown): before is Shown {
  return (
    before !== null &&
    isSameCells(before.frame, now.frame) &&
    before.frozen.row === now.frozen.row &&
    before.frozen.column === now.frozen.column &&
    before.rowOffset === now.rowOffset &&
    before.columnOffset === now.columnOffset
  );
}
