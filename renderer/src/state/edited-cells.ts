import type { Edited, SharedEdits } from "@argscope/core/contract/editing.ts";
import { type CellName, entryOf, keyOf } from "@argscope/core/edits/cell-key.ts";
import { isSameText, NO_TEXT, pooledText } from "@argscope/core/edits/text-pool.ts";

/** A cell that was edited since the file was opened. Null: as the file was opened. */
export interface EditedCell {
  readonly text: string | null;
  /** The same of the file as it was last saved. */
  readonly saved: string | null;
}

/** What a person wrote, before the engine has taken it. */
interface Expected extends CellName {
  readonly text: string;
}

/**
 * The edited cells of what is open, as the page shows them: read from the engine's memory without asking it, and what was typed
 * and is still on its way there.
 */
export class EditedCells {
  #shared: SharedEdits | null = null;
  #changed = 0;
  /** Few, the newest last. */
  #expected: readonly Expected[] = [];

  /** Cells that differ from the file. */
  get changed(): number {
    const more = this.#expected.filter(({ label, place }, k) => {
      const isLast = this.#expected.findLastIndex((each) => each.label === label && each.place === place) === k;
      return isLast && !this.#isTaken(label, place);
    });
    return this.#changed + more.length;
  }

  at(label: number | null, place: number): EditedCell | undefined {
    const typed = this.#typed(label, place);
    const shared = this.#shared;
    const entry = shared === null ? -1 : entryOf(shared, keyOf(label, place, shared.labelRows));
    if (shared === null || entry < 0) return typed === undefined ? undefined : { text: typed.text, saved: null };
    const textOf = (id = NO_TEXT): string | null => (id === NO_TEXT ? null : pooledText(shared.pool, id));
    const text = typed?.text ?? textOf(shared.texts[entry]);
    const saved = textOf(shared.saved[entry]);
    // What was taken back is as it was.
    return text === null && saved === null ? undefined : { text, saved };
  }

  /** Whether the cell differs from the file. */
  isChanged(label: number | null, place: number): boolean {
    return this.#typed(label, place) !== undefined || this.#isTaken(label, place);
  }

  /** The engine has written cells. */
  take({ cells, changed }: Pick<Edited, "cells" | "changed">): void {
    this.#shared = cells;
    this.#changed = changed;
  }

  /** The cell is shown with a text that the engine is only asked to take. @returns how that ends. */
  expect({ label, place }: CellName, text: string): () => void {
    const expected = { label, place, text };
    this.#expected = [...this.#expected, expected];
    return () => {
      this.#expected = this.#expected.filter((each) => each !== expected);
    };
  }

  #typed(label: number | null, place: number): Expected | undefined {
    return this.#expected.findLast((each) => each.label === label && each.place === place);
  }

  #isTaken(label: number | null, place: number): boolean {
    const shared = this.#shared;
    const entry = shared === null ? -1 : entryOf(shared, keyOf(label, place, shared.labelRows));
    if (shared === null || entry < 0) return false;
    return !isSameText(shared.pool, shared.texts[entry] ?? NO_TEXT, shared.saved[entry] ?? NO_TEXT);
  }
}
