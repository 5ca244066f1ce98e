import type { CellChanges } from "@argscope/core/contract/editing.ts";

/** A cell that was edited since the file was opened. Null: as the file was opened. */
export interface EditedCell {
  readonly text: string | null;
  /** The same of the file as it was last saved. */
  readonly saved: string | null;
}

/** Which cell: of a column of labels by row, or of the array (`label` null) by its place in the array's block. */
export interface CellName {
  readonly label: number | null;
  readonly place: number;
}

/** The edited cells of what is open, as the page shows them. The engine keeps the same; here they are found without asking it. */
export class EditedCells {
  readonly #columns = new Map<number | null, Map<number, EditedCell>>();
  /** Cells that differ from the file. */
  changed = 0;

  at(label: number | null, place: number): EditedCell | undefined {
    return this.#columns.get(label)?.get(place);
  }

  /** Whether the cell differs from the file. */
  isChanged(label: number | null, place: number): boolean {
    const cell = this.at(label, place);
    return cell !== undefined && cell.text !== cell.saved;
  }

  take(kept: readonly CellChanges[]): void {
    for (const { label, places, texts } of kept) {
      const column = this.#columns.get(label) ?? new Map<number, EditedCell>();
      this.#columns.set(label, column);
      places.forEach((place, k) => {
        const before = column.get(place);
        const after = { text: texts[k] ?? null, saved: before?.saved ?? null };
        this.changed += (differs(after) ? 1 : 0) - (before !== undefined && differs(before) ? 1 : 0);
        if (after.text === null && after.saved === null) column.delete(place);
        else column.set(place, after);
      });
    }
  }

  /** The file has every cell as it is now. */
  takeSaved(): void {
    for (const column of this.#columns.values()) {
      for (const [place, { text }] of column) {
        if (text === null) column.delete(place);
        else column.set(place, { text, saved: text });
      }
    }
    this.changed = 0;
  }
}

function differs({ text, saved }: EditedCell): boolean {
  return text !== saved;
}
