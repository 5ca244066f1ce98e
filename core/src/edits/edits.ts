import { elementOf } from "../array/element.ts";
import { likenessOf } from "../array/likeness.ts";
import type { Edited, SharedEdits } from "../contract/editing.ts";
import { ValueError } from "../errors.ts";
import { labelRowsOf } from "./cell-key.ts";
import { CellTable, copyElement } from "./cell-table.ts";
import { History } from "./history.ts";
import { type Editable, type Given, type Meant, understood, valuesOf } from "./meant.ts";
import { isWritable } from "./place.ts";
import { Progress } from "./progress.ts";
import type { Step } from "./step.ts";
import { NO_TEXT } from "./text-pool.ts";

/** What an edit may change at once, in cells. */
export const MOST_CELLS = 10_000_000;

/** So many bytes of text may be kept before it is looked whether anything still needs them. */
const TEXT_BYTES = 64 * 2 ** 20;

/** How a change is made. */
export interface Manner {
  /** By this number it can be withdrawn. */
  readonly ticket: number;
  readonly progress: Progress;
  /** Hears of each element that became NaN (1) or is it no more (-1). */
  turned(place: number, delta: number): void;
}

/**
 * The edited cells of what is open, and what was done to them. Elements are written in place, in the memory that the page reads;
 * what they held is kept, so that an edit can be taken back to the last bit.
 */
export class Edits {
  readonly labelRows: number;
  readonly cells: CellTable;
  readonly #history: History;
  readonly #on: Editable;
  readonly #numbers: number;
  /** What was done last, and how it would not have been. */
  #last: { readonly ticket: number; takeBack(): void } | null = null;
  /** So large may the texts become. */
  #mostText = TEXT_BYTES;

  constructor(on: Editable, history = new History()) {
    this.#on = on;
    this.#history = history;
    this.#numbers = elementOf(on.array.dtype).numbers;
    this.cells = new CellTable(on.array.data, this.#numbers);
    this.labelRows = labelRowsOf(on.labels);
    on.labels.forEach((column, label) => {
      const first = -1 - label * this.labelRows;
      column.follow((row) => this.#text(first - row) ?? undefined);
    });
  }

  /**
   * Gives cells other texts as one step of the history: all of them, or none where one is refused.
   *
   * @throws {EditError} a cell cannot hold its text.
   * @throws {ValueError} too many cells at once, or an array whose elements share their places.
   * @throws {CancelledError} nothing has changed.
   */
  apply(given: Given, name: string, manner: Manner): Edited {
    const { keys } = given;
    this.#check(keys.length);
    const [understanding, writing] = [manner.progress.part(0, 700), manner.progress.part(700, 1000)];
    const { pool } = this.cells;
    const [count, size] = [pool.count, pool.size];
    let meant: Meant;
    let before: Int32Array;
    try {
      meant = understood(this.#on, given, pool, understanding);
      before = new Int32Array(keys.length);
      this.cells.reserve(keys.length);
    } catch (error) {
      pool.cut(count);
      throw error;
    }
    const nanDelta = this.#write(keys, meant, before, { ...manner, progress: writing });
    const step: Step = { name, keys, before, after: meant.ids, bytes: 16 * keys.length + pool.size - size };
    const hasForgotten = this.#history.add(step);
    this.#last = {
      ticket: manner.ticket,
      takeBack: () => {
        this.undo(silent(manner));
        this.#history.forgetUndone();
      },
    };
    if (this.cells.pool.size > this.#mostText) this.tidy(TEXT_BYTES);
    return { ...this.state(), nanDelta, hasForgotten };
  }

  undo(manner: Manner): Edited {
    const step = this.#history.undo();
    const nanDelta = step === null ? 0 : this.#repeat(step.keys.toReversed(), step.before.toReversed(), manner);
    this.#last = { ticket: manner.ticket, takeBack: () => void this.redo(silent(manner)) };
    return { ...this.state(), nanDelta, hasForgotten: false };
  }

  redo(manner: Manner): Edited {
    const step = this.#history.redo();
    const nanDelta = step === null ? 0 : this.#repeat(step.keys, step.after, manner);
    this.#last = { ticket: manner.ticket, takeBack: () => void this.undo(silent(manner)) };
    return { ...this.state(), nanDelta, hasForgotten: false };
  }

  /** What was done last was given up while it was done; where it was not given up in time, it is taken back now. */
  withdraw(ticket: number): Edited {
    if (this.#last?.ticket === ticket) this.#last.takeBack();
    this.#last = null;
    return { ...this.state(), nanDelta: 0, hasForgotten: false };
  }

  /** How things are, whatever was done last. */
  state(): Pick<Edited, "cells" | "changed" | "undo" | "redo"> {
    return { cells: this.#shared(), changed: this.cells.changed, ...this.#history.next };
  }

  /** The keys of the cells that differ from the file as it was last saved, in no order. */
  changed(): Float64Array {
    const { cells } = this;
    return cells.keys.slice(0, cells.count).filter((_, entry) => cells.isChanged(entry));
  }

  /**
   * The text that a file has to have in a cell, where that is not the one that the file had when it was opened; null: that one. A
   * cell that was saved with another text and taken back has the first one again.
   */
  written(key: number): string | null {
    const entry = this.cells.find(key);
    const text = entry < 0 ? NO_TEXT : (this.cells.texts[entry] as number);
    const id = text === NO_TEXT && entry >= 0 ? (this.cells.first[entry] as number) : text;
    return id === NO_TEXT ? null : this.cells.pool.text(id);
  }

  /** Whether a cell is about to be saved with another text than the file ever had, so that the first one has to be kept. */
  needsFirst(key: number): boolean {
    const entry = this.cells.find(key);
    return entry >= 0 && this.cells.saved[entry] === NO_TEXT && this.cells.first[entry] === NO_TEXT;
  }

  /**
   * The file has every cell as it is now.
   *
   * @param keys of cells that it had with other texts when it was opened, which are these
   */
  saved(keys: ArrayLike<number> = [], first: readonly string[] = []): void {
    const { cells } = this;
    for (let k = 0; k < keys.length; k++) {
      const entry = cells.find(keys[k] as number);
      if (entry >= 0) cells.first[entry] = cells.pool.add(first[k] as string);
    }
    cells.takeSaved();
  }

  /** Texts that were forgotten with their steps go. @param room for texts before it is looked for them again */
  tidy(room: number): void {
    this.cells.compact(this.#history.steps);
    this.#mostText = room + 2 * this.cells.pool.size;
  }

  #check(count: number): void {
    if (count > MOST_CELLS) {
      const figure = (cells: number): string => cells.toLocaleString("en");
      throw new ValueError(
        `An edit changes at most ${figure(MOST_CELLS)} cells at once; this one would change ${figure(count)}.`,
      );
    }
    if (!isWritable(this.#on.array))
      throw new ValueError("Elements of this array share their places, so none can be edited by itself.");
  }

  /** Gives cells texts that they had before, which are understood for sure. @returns how many more elements are NaN. */
  #repeat(keys: Float64Array, ids: Int32Array, manner: Manner): number {
    const [understanding, writing] = [manner.progress.part(0, 700), manner.progress.part(700, 1000)];
    const values = valuesOf(this.#on, keys, ids, this.cells.pool, understanding);
    return this.#write(keys, { ids, values }, new Int32Array(keys.length), { ...manner, progress: writing });
  }

  /** @param before becomes what the cells had. @returns how many more elements are NaN. */
  #write(keys: Float64Array, { ids, values }: Meant, before: Int32Array, { progress, turned }: Manner): number {
    const { cells } = this;
    const { data } = this.#on.array;
    const { isNan } = likenessOf(this.#on.array);
    let nanDelta = 0;
    for (let k = 0; k < keys.length; k++) {
      progress.show(k, keys.length);
      const key = keys[k] as number;
      const entry = cells.enter(key);
      before[k] = cells.give(entry, ids[k] as number);
      if (key < 0) continue;
      const wasNan = isNan?.(key) ?? false;
      if (ids[k] === NO_TEXT) cells.restore(entry);
      else copyElement(values, k, data, key, this.#numbers);
      const delta = Number(isNan?.(key) ?? false) - Number(wasNan);
      if (delta === 0) continue;
      nanDelta += delta;
      turned(key, delta);
    }
    return nanDelta;
  }

  #text(key: number): string | null {
    const entry = this.cells.find(key);
    const id = entry < 0 ? NO_TEXT : (this.cells.texts[entry] as number);
    return id === NO_TEXT ? null : this.cells.pool.text(id);
  }

  #shared(): SharedEdits {
    const { slots, keys, texts, saved, pool } = this.cells;
    return { slots, keys, texts, saved, pool: { bytes: pool.bytes, ends: pool.ends }, labelRows: this.labelRows };
  }
}

/** Nobody hears how far it is. */
function silent({ turned }: Manner): Manner {
  return { ticket: -1, progress: new Progress(undefined), turned };
}
