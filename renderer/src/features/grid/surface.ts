import { createGrid, type GridApi } from "ag-grid-community";
import { ANSWER, LABEL, ROW_NUMBER, slotId } from "./columns.ts";
import type { Spot } from "./first-sight.ts";
import type { Frame } from "./frame.ts";
import { type Layout, layoutOf } from "./layout.ts";
import type { TextWidth } from "./metrics.ts";
import { gridOptions, HEADER_HEIGHT, ROW_HEIGHT } from "./options.ts";
import { Sheet } from "./sheet.ts";
import { SLOTS } from "./slots.ts";
import { textWidthIn } from "./text-width.ts";

/** Borders, and the scroll bar where there is one. */
const FRAME = 2;
const SCROLL_BAR = 12;

/**
 * AG Grid, made once and kept: what is shown changes by painting, and the few things that AG Grid must do (other columns,
 * another number of rows, the answer row) are tasks of their own, so that no task of the page's thread is long.
 */
export class Surface {
  readonly #sheet = new Sheet();
  readonly #host: HTMLElement;
  readonly #api: GridApi;
  #textWidth: TextWidth | null = null;
  #laidOut: Layout | null = null;
  #array: Frame["array"] | null = null;
  #round = 0;
  #columnOffset = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#api = createGrid(host, gridOptions({ sheet: this.#sheet }));
    host.querySelector("[role=grid], [role=treegrid]")?.setAttribute("aria-label", "Array");
  }

  destroy(): void {
    this.#api.destroy();
  }

  /** Shows a frame. A newer one takes over from an older one that is still being laid out. */
  async show(frame: Frame, columnOffset: number): Promise<void> {
    const round = ++this.#round;
    const isNewArray = this.#array !== frame.array;
    this.#array = frame.array;
    this.#columnOffset = columnOffset;
    this.#textWidth ??= textWidthIn(this.#host);
    const layout = layoutOf(frame, columnOffset, this.#textWidth);
    this.#host.dataset["operation"] = frame.answer?.reduction.operation ?? "";
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
    this.#api.ensureIndexVisible(row);
    await nextTask();
    this.#api.ensureColumnVisible(slotId(column - this.#columnOffset));
    await nextTask();
    await this.#sheet.repaint();
  }

  /** What AG Grid has to change, each a task. */
  #steps(layout: Layout, isNewArray: boolean): (() => void)[] {
    const old = this.#laidOut;
    this.#laidOut = layout;
    const steps: (() => void)[] = [];
    if (old?.rows !== layout.rows) steps.push(() => this.#api.setRowCount(layout.rows, true));
    if (old?.hasAnswerRow !== layout.hasAnswerRow) {
      steps.push(() => this.#api.setGridOption("pinnedBottomRowData", layout.hasAnswerRow ? [{}] : []));
    }
    const state = columnState(old, layout);
    if (state.length > 0) steps.push(() => void this.#api.applyColumnState({ state }));
    if (isNewArray && layout.rows > 0) steps.push(() => this.#api.ensureIndexVisible(0, "top"));
    if (isNewArray && layout.slotWidths.length > 0) steps.push(() => this.#api.ensureColumnVisible(slotId(0), "start"));
    steps.push(() => this.#fit(layout));
    return steps;
  }

  /** A small array is a small table, not a page of empty space with its answer far away. */
  #fit({ rows, rowNumberWidth, labelWidth, answerWidth, hasAnswerRow, slotWidths }: Layout): void {
    const width = slotWidths.reduce((sum, each) => sum + each, rowNumberWidth + labelWidth + answerWidth);
    const height = (rows + (hasAnswerRow ? 1 : 0)) * ROW_HEIGHT + HEADER_HEIGHT;
    // In px beyond 2^25 Chromium stops counting; a window is never that large.
    this.#host.style.maxWidth = `${Math.min(width + SCROLL_BAR + FRAME, 100_000)}px`;
    this.#host.style.maxHeight = `${Math.min(height + SCROLL_BAR + FRAME, 100_000)}px`;
  }
}

interface ColumnState {
  readonly colId: string;
  readonly hide: boolean;
  readonly width?: number;
}

function columnState(old: Layout | null, layout: Layout): ColumnState[] {
  const state: ColumnState[] = [];
  const set = (colId: string, before: number | null, width: number): void => {
    if (before === width) return;
    state.push(width === 0 ? { colId, hide: true } : { colId, hide: false, width });
  };
  set(ROW_NUMBER, old?.rowNumberWidth ?? null, layout.rowNumberWidth);
  set(LABEL, old?.labelWidth ?? 0, layout.labelWidth);
  set(ANSWER, old?.answerWidth ?? 0, layout.answerWidth);
  for (let slot = 0; slot < SLOTS; slot++) {
    set(slotId(slot), old === null ? null : (old.slotWidths[slot] ?? 0), layout.slotWidths[slot] ?? 0);
  }
  return state;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
