import type { CellContent, Shown } from "./content.ts";

/** Something on the screen that draws itself from what is shown. */
export interface Painted {
  paint(): void;
}

/** Time that one task of painting may take. The page's thread must stay free for the person. */
const SLICE_MS = 6;

/**
 * What the grid's cells read, and who they are. A new frame is painted into the cells that stand, in slices; AG Grid is not
 * asked to refresh, which for a screenful of cells would be one task of 50 ms and more.
 */
export class Sheet {
  shown: Shown | null = null;
  /** The cell that was jumped to, in rows and columns of the frame. */
  jumped: { readonly row: number; readonly column: number } | null = null;
  readonly #painted = new Set<Painted>();
  #round = 0;

  add(painted: Painted): void {
    this.#painted.add(painted);
  }

  remove(painted: Painted): void {
    this.#painted.delete(painted);
  }

  content(read: (shown: Shown) => CellContent): CellContent | null {
    return this.shown === null ? null : read(this.shown);
  }

  /** Paints everything that stands. A newer call takes over from an older one. */
  async repaint(): Promise<void> {
    const round = ++this.#round;
    let start = performance.now();
    for (const painted of [...this.#painted]) {
      if (performance.now() - start > SLICE_MS) {
        await nextTask();
        if (round !== this.#round) return;
        start = performance.now();
      }
      if (this.#painted.has(painted)) painted.paint();
    }
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
