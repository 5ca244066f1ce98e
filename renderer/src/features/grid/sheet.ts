import { nextTask } from "../../state/next-task.ts";
import { NOTHING_SELECTED, type SelectionMarks } from "./selection/marks.ts";
import type { Shown } from "./shown.ts";
import { nextFrame } from "./turns.ts";

/** Something on the screen that draws itself from what is shown. */
export interface Painted {
  paint(shown: Shown): void;
  /** Draws only what is selected of it. */
  paintSelection(shown: Shown): void;
}

/** The lines of the grid that are no row slots. */
export const HEADER_LINE = -2;
export const ANSWER_LINE = -1;

/** Time that one task of painting may take. The page's thread must stay free for the person. */
const SLICE_MS = 8;
const LINES_A_FRAME = 12;

/**
 * What the grid's cells read, and who they are, line by line. Another window is painted into the cells that stand; AG Grid is
 * not asked to refresh, which for a screenful of cells would be one task of 50 ms and more.
 */
export class Sheet {
  shown: Shown | null = null;
  /** The cell that was jumped to, in the array's rows and columns. */
  jumped: { readonly row: number; readonly column: number } | null = null;
  /** What is selected, in places. */
  selection: SelectionMarks = NOTHING_SELECTED;
  readonly #lines = new Map<number, Set<Painted>>();
  #round = 0;
  /** Who hears of a painting by frames that has not come to its end. */
  #unfinished: ((rowSlots: number) => void) | null = null;

  add(line: number, painted: Painted): void {
    const cells = this.#lines.get(line);
    if (cells === undefined) this.#lines.set(line, new Set([painted]));
    else cells.add(painted);
  }

  remove(line: number, painted: Painted): void {
    this.#lines.get(line)?.delete(painted);
  }

  /** Paints everything at once: no frame can show a part of the old beside a part of the new. */
  repaint(): void {
    this.#round++;
    this.#unfinished = null;
    for (const line of this.#order()) this.#paint(line);
  }

  /** Paints line by line, in slices: each line is right in itself at any time. A newer call takes over from an older one. */
  async repaintByLine(): Promise<void> {
    // Where the styles of most cells are still to change that would be too much at once, as it was before.
    if (this.#unfinished !== null) return this.repaintByFrame(this.#unfinished);
    const round = ++this.#round;
    let start = performance.now();
    for (const line of this.#order()) {
      if (performance.now() - start > SLICE_MS) {
        await nextTask();
        if (round !== this.#round) return;
        start = performance.now();
      }
      this.#paint(line);
    }
  }

  /**
   * Paints another array, or one that is turned, some lines a frame: every cell then has another style, which costs the browser more than the
   * painting costs here. `upTo` hears how many row slots are of the new array; infinite when all are.
   */
  async repaintByFrame(upTo: (rowSlots: number) => void): Promise<void> {
    const round = ++this.#round;
    this.#unfinished = upTo;
    let count = 0;
    for (const line of this.#order()) {
      if (++count % LINES_A_FRAME === 0) {
        upTo(Math.max(0, line));
        await nextFrame();
        if (round !== this.#round) return;
      }
      this.#paint(line);
    }
    this.#unfinished = null;
    upTo(Number.POSITIVE_INFINITY);
  }

  /** Paints what is selected alone: it touches only cells that are another part of the selection than before. */
  repaintSelection(): void {
    const { shown } = this;
    if (shown === null) return;
    for (const cells of this.#lines.values()) for (const painted of cells) painted.paintSelection(shown);
  }

  #order(): number[] {
    return [...this.#lines.keys()].sort((a, b) => a - b);
  }

  #paint(line: number): void {
    const { shown } = this;
    if (shown !== null) for (const painted of this.#lines.get(line) ?? []) painted.paint(shown);
  }
}
