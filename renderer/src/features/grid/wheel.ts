import { ROW_HEIGHT } from "./metrics.ts";

/** One notch of a mouse's wheel, the same near the top of ten rows and in the middle of a thousand million. */
const ROWS_A_NOTCH = 3;
const COLUMNS_A_NOTCH = 1;
/** Of a touch pad's stream of pixels: about as wide as a column of numbers. */
const COLUMN_PX = 96;
/** What Chromium reports in `wheelDelta` for a notch, whatever the screen's scale. */
const NOTCH = 120;
/** What other systems report for it where they count lines. */
const LINES_A_NOTCH = 3;
const LINES = 1;
const PAGES = 2;

/** What is read of a WheelEvent. `wheelDelta*` is not in the standard; all Chromium has it. */
export interface WheelLike {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 px, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly shiftKey: boolean;
  readonly wheelDeltaX?: number;
  readonly wheelDeltaY?: number;
}

/** Turns a wheel's or a touch pad's movement into whole rows and columns. Less than one is kept for the next event. */
export class Wheel {
  readonly #rows = new Rest(ROW_HEIGHT, ROWS_A_NOTCH);
  readonly #columns = new Rest(COLUMN_PX, COLUMNS_A_NOTCH);

  /** @param page  rows in sight. */
  steps(event: WheelLike, page: number): { rows: number; columns: number } {
    const { deltaX, deltaY, deltaMode, shiftKey, wheelDeltaX, wheelDeltaY } = event;
    const isAcross = shiftKey && deltaX === 0;
    return {
      rows: isAcross ? 0 : this.#rows.steps(deltaY, deltaMode, wheelDeltaY, page),
      columns: isAcross
        ? this.#columns.steps(deltaY, deltaMode, wheelDeltaY, 1)
        : this.#columns.steps(deltaX, deltaMode, wheelDeltaX, 1),
    };
  }
}

/** One direction, and what it has not moved yet. */
class Rest {
  readonly #stepPx: number;
  readonly #perNotch: number;
  #px = 0;

  constructor(stepPx: number, perNotch: number) {
    this.#stepPx = stepPx;
    this.#perNotch = perNotch;
  }

  steps(delta: number, mode: number, ticks: number | undefined, page: number): number {
    if (delta === 0) return 0;
    if (mode === PAGES) return Math.sign(delta) * page;
    if (ticks !== undefined && ticks !== 0 && ticks % NOTCH === 0) return (-ticks / NOTCH) * this.#perNotch;
    const px = mode === LINES ? (delta * this.#perNotch * this.#stepPx) / LINES_A_NOTCH : delta;
    // Turning back answers at once.
    if (px * this.#px < 0) this.#px = 0;
    this.#px += px;
    const whole = Math.trunc(this.#px / this.#stepPx);
    this.#px -= whole * this.#stepPx;
    return whole;
  }
}
