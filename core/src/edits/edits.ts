import { elementOf } from "../array/element.ts";
import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import { writeScalar } from "../array/write-scalar.ts";
import type { CellChanges, Edited } from "../contract/editing.ts";
import { ValueError } from "../errors.ts";
import type { TextColumn } from "../table/text-column.ts";
import { EditError } from "./edit-error.ts";
import type { NumberStyle } from "./number-style.ts";
import { type Original, originalAt, restore } from "./original.ts";
import { indexOfPlace, isWritable } from "./place.ts";
import { type Understood, understand } from "./understand.ts";

/** What an edit may change at once, in cells. */
const MOST_CELLS = 1_000_000;

/** What is edited, and how its file writes numbers. */
export interface Editable {
  readonly array: NdArray;
  readonly labels: readonly TextColumn[];
  readonly style: NumberStyle;
}

/** A cell whose text is not the file's, or was not at some time since it was opened. */
interface Entry {
  /** What the cell held when the file was opened; none of a label. */
  readonly original: Original | null;
  /** Null: as the file was opened. */
  text: string | null;
  /** The same of the file as it was last saved. */
  saved: string | null;
  /** The text that the file had when it was opened; null until the cell was saved with another. */
  first: string | null;
}

/** A cell that the file has with another text. */
export interface ChangedCell {
  readonly label: number | null;
  readonly place: number;
  /** What it is to have; null where the text that the file had when it was opened is not known: then the file has it still. */
  readonly text: string | null;
}

/** One text understood, and where it goes. */
interface Step {
  readonly label: number | null;
  readonly place: number;
  readonly understood: Understood | null;
}

/**
 * The edited cells of what is open. Elements are written in place, in the memory that the page reads; what they held is kept, so
 * that an edit can be taken back to the last bit.
 */
export class Edits {
  readonly #on: Editable;
  readonly #numbers: number;
  /** By column of labels, -1 for `a`; then by place. */
  readonly #entries = new Map<number, Map<number, Entry>>();

  constructor(on: Editable) {
    this.#on = on;
    this.#numbers = elementOf(on.array.dtype).numbers;
  }

  /**
   * Gives cells other texts: all of them, or none where one is refused.
   *
   * @param turned hears of each element that became NaN (1) or is it no more (-1).
   * @throws {EditError} a cell cannot hold its text.
   * @throws {ValueError} too many cells at once, or an array whose elements share their places.
   */
  apply(changes: readonly CellChanges[], turned: (place: number, delta: number) => void = () => {}): Edited {
    const steps = this.#understood(changes);
    const before = steps.map(({ label, place }) => this.#find(label, place)?.text ?? null);
    let nanDelta = 0;
    for (const step of steps) {
      const delta = this.#write(step);
      nanDelta += delta;
      if (delta !== 0) turned(step.place, delta);
    }
    const kept = steps.map(({ understood }) => understood?.text ?? null);
    return { kept: inParts(changes, kept), inverse: inParts(changes, before), nanDelta };
  }

  /** The cells that differ from the file as it was last saved, in no order. */
  changed(): ChangedCell[] {
    const changed: ChangedCell[] = [];
    for (const [key, entries] of this.#entries) {
      for (const [place, { text, saved, first }] of entries) {
        if (text !== saved) changed.push({ label: key < 0 ? null : key, place, text: text ?? first });
      }
    }
    return changed;
  }

  /** The cells that have another text than when the file was opened, in no order. */
  edited(): ChangedCell[] {
    const edited: ChangedCell[] = [];
    for (const [key, entries] of this.#entries) {
      for (const [place, { text, first }] of entries) {
        // Taken back in a file that was never saved with another text: what is read from it is right.
        if (text !== null || first !== null) edited.push({ label: key < 0 ? null : key, place, text: text ?? first });
      }
    }
    return edited;
  }

  /**
   * The file has every cell as it is now.
   *
   * @param replaced the text that the file had in a cell before.
   */
  saved(replaced: (cell: ChangedCell) => string | null): void {
    for (const [key, entries] of this.#entries) {
      for (const [place, entry] of entries) {
        const { text, saved } = entry;
        if (text === saved) continue;
        if (saved === null) entry.first ??= replaced({ label: key < 0 ? null : key, place, text });
        entry.saved = text;
        if (text === null) entries.delete(place);
      }
    }
  }

  #understood(changes: readonly CellChanges[]): Step[] {
    const { array } = this.#on;
    const count = changes.reduce((sum, { places }) => sum + places.length, 0);
    if (count > MOST_CELLS) {
      const figure = (cells: number): string => cells.toLocaleString("en");
      throw new ValueError(
        `An edit changes at most ${figure(MOST_CELLS)} cells at once; this one would change ${figure(count)}.`,
      );
    }
    if (!isWritable(array)) throw new ValueError("Elements of this array share their places, so none can be edited by itself.");
    return changes.flatMap(({ label, places, texts }, change) => {
      return places.map((place, cell): Step => {
        try {
          return { label, place, understood: this.#understand(label, place, texts[cell] ?? null) };
        } catch (error) {
          throw error instanceof ValueError ? new EditError(error.message, change, cell) : error;
        }
      });
    });
  }

  #understand(label: number | null, place: number, text: string | null): Understood | null {
    const { array, labels, style } = this.#on;
    const isThere = label === null ? indexOfPlace(array, place) !== null : place >= 0 && place < (labels[label]?.rows ?? 0);
    if (!isThere) throw new ValueError("There is no such cell.");
    if (text === null) return null;
    return label === null ? understand(text, array.dtype, style) : { value: text, text };
  }

  /** @returns how many more elements are NaN. */
  #write({ label, place, understood }: Step): number {
    const { array, labels } = this.#on;
    const entry = this.#entry(label, place);
    entry.text = understood?.text ?? null;
    if (entry.text === null && entry.saved === null) this.#entries.get(label ?? -1)?.delete(place);
    if (label !== null) {
      labels[label]?.edit(place, entry.text);
      return 0;
    }
    const { data, dtype } = array;
    const { isNan } = likenessOf(array);
    const wasNan = isNan?.(place) ?? false;
    if (understood !== null) writeScalar(dtype, data, place, understood.value);
    else if (entry.original !== null) restore(data, place, this.#numbers, entry.original);
    return Number(isNan?.(place) ?? false) - Number(wasNan);
  }

  #find(label: number | null, place: number): Entry | undefined {
    return this.#entries.get(label ?? -1)?.get(place);
  }

  #entry(label: number | null, place: number): Entry {
    const key = label ?? -1;
    const entries = this.#entries.get(key) ?? new Map<number, Entry>();
    this.#entries.set(key, entries);
    const found = entries.get(place);
    if (found !== undefined) return found;
    const original = label === null ? originalAt(this.#on.array.data, place, this.#numbers) : null;
    const entry = { original, text: null, saved: null, first: null };
    entries.set(place, entry);
    return entry;
  }
}

/** The changes with other texts, which come one after the other. */
function inParts(changes: readonly CellChanges[], texts: readonly (string | null)[]): CellChanges[] {
  let at = 0;
  return changes.map(({ label, places }) => {
    const part = texts.slice(at, at + places.length);
    at += places.length;
    return { label, places, texts: part };
  });
}
