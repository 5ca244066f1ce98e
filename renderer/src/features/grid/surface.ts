import type { GridApi } from "ag-grid-community";
import { ANSWER, LABEL, ROW_NUMBER, slotId } from "./columns.ts";
import type { Spot } from "./first-sight.ts";
import type { Frame } from "./frame.ts";
import { fitting, type Layout, layoutOf } from "./layout.ts";
import type { TextWidth } from "./metrics.ts";
import type { Sheet } from "./sheet.ts";
import { SLOTS } from "./slots.ts";
import { textWidthIn } from "./text-width.ts";

/**
 * AG Grid, made once and kept: what is shown changes by painting, and the few things that AG Grid must do (other columns,
 * another number of rows, the answer row) are tasks of their own, so that no task of the page's thread is long.
 */
export class Surface {
  readonly #sheet: Sheet;
  readonly #host: HTMLElement;
  readonly #api: GridApi;
  readonly #room: ResizeObserver;
  readonly #columns = new Map<string, number>();
  #roomSize: { readonly width: number; readonly height: number } = { width: 0, height: 0 };
  #textWidth: TextWidth | null = null;
  #rows = -1;
  #hasAnswerRow = false;
  #array: Frame["array"] | null = null;
  #layout: Layout | null = null;
  #columnOffset = 0;
  #round = 0;

  /** @param host  the element that AG Grid was put into @param sheet  what its cells read */
  constructor(host: HTMLElement, api: GridApi, sheet: Sheet) {
    this.#host = host;
    this.#api = api;
    this.#sheet = sheet;
    host.querySelector("[role=grid]")?.setAttribute("aria-label", "Array");
    // The observer brings the size along: asking the element for it would make the browser lay the page out at once.
    this.#room = new ResizeObserver(([entry]) => {
      this.#roomSize = entry?.contentRect ?? this.#roomSize;
      this.#fit();
    });
    if (host.parentElement !== null) this.#room.observe(host.parentElement);
  }

  destroy(): void {
    this.#room.disconnect();
  }

  /** Shows a frame. A newer one takes over from an older one that is still being laid out. */
  async show(frame: Frame, columnOffset: number): Promise<void> {
    const round = ++this.#round;
    const isNewArray = this.#array !== frame.array;
    this.#array = frame.array;
    this.#columnOffset = columnOffset;
    this.#textWidth ??= textWidthIn(this.#host);
    const layout = layoutOf(frame, columnOffset, this.#textWidth);
    this.#layout = layout;
    this.#sheet.shown = { frame, columnOffset, decimals: layout.decimals };
    if (isNewArray) this.#sheet.jumped = null;
    for (const step of this.#steps(layout, isNewArray)) {
      step();
      await nextTask();
      if (round !== this.#round) return;
    }
    await this.#sheet.repaint();
  }

  /** Scrolls to a cell of the frame where it is out of sight, and marks it as the one that was jumped to. */
  async reveal({ row, column, isJump }: Spot): Promise<void> {
    if (isJump) this.#sheet.jumped = { row, column };
    const isDrawn = this.#host.querySelector(`[row-index="${row}"]`) !== null;
    // From afar to the middle, with its neighbours on both sides; nearby no further than needed.
    this.#api.ensureIndexVisible(row, isDrawn ? null : "middle");
    await nextTask();
    this.#api.ensureColumnVisible(slotId(column - this.#columnOffset));
    await nextTask();
    await this.#sheet.repaint();
  }

  /** What AG Grid has to change, each a task. A step that does not come to be done is found again by the next frame. */
  #steps(layout: Layout, isNewArray: boolean): (() => void)[] {
    const steps: (() => void)[] = [];
    if (this.#rows !== layout.rows) steps.push(() => this.#setRows(layout.rows));
    if (this.#hasAnswerRow !== layout.hasAnswerRow) steps.push(() => this.#setAnswerRow(layout.hasAnswerRow));
    const state = this.#columnState(layout);
    if (state.length > 0) steps.push(() => this.#setColumns(state));
    steps.push(() => this.#fit());
    if (isNewArray && layout.rows > 0) steps.push(() => this.#api.ensureIndexVisible(0, "top"));
    if (isNewArray && layout.slotWidths.length > 0) steps.push(() => this.#api.ensureColumnVisible(slotId(0), "start"));
    return steps;
  }

  #setRows(rows: number): void {
    this.#rows = rows;
    this.#api.setRowCount(rows, true);
  }

  #setAnswerRow(hasAnswerRow: boolean): void {
    this.#hasAnswerRow = hasAnswerRow;
    this.#api.setGridOption("pinnedBottomRowData", hasAnswerRow ? [{}] : []);
  }

  #setColumns(state: readonly ColumnState[]): void {
    for (const { colId, width } of state) this.#columns.set(colId, width);
    this.#api.applyColumnState({
      state: state.map(({ colId, width }) => (width === 0 ? { colId, hide: true } : { colId, hide: false, width })),
    });
  }

  #columnState(layout: Layout): ColumnState[] {
    const wanted: ColumnState[] = [
      { colId: ROW_NUMBER, width: layout.rowNumberWidth },
      { colId: LABEL, width: layout.labelWidth },
      { colId: ANSWER, width: layout.answerWidth },
      ...Array.from({ length: SLOTS }, (_, slot) => ({ colId: slotId(slot), width: layout.slotWidths[slot] ?? 0 })),
    ];
    return wanted.filter(({ colId, width }) => this.#columns.get(colId) !== width);
  }

  /** A small array is a small table, not a page of empty space with its answer far away. */
  #fit(): void {
    if (this.#layout === null) return;
    const { width, height } = fitting(this.#layout, this.#roomSize.width, this.#roomSize.height);
    this.#host.style.maxWidth = width;
    this.#host.style.maxHeight = height;
  }
}

/** What a column is to be; width 0: it is not there. */
interface ColumnState {
  readonly colId: string;
  readonly width: number;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
