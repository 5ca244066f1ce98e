import type { Elements } from "../array/dtype.ts";
import { entryOf, firstSlot } from "./cell-key.ts";
import { grown } from "./grown.ts";
import type { Step } from "./step.ts";
import { compacted, isSameText, NO_TEXT, renumber, TextPool } from "./text-pool.ts";

const LEAST = 64;

/**
 * The cells that were ever edited, each with a number, its entry, and with the numbers of its texts. Found by open addressing, in
 * memory that the page reads too: nothing of a million edited cells has to travel.
 */
export class CellTable {
  /** Entry + 1 by hash; 0: none. A power of two, at most two thirds of them in use. */
  slots = new Int32Array(new SharedArrayBuffer(8 * LEAST));
  /** The rest by entry. */
  keys = new Float64Array(new SharedArrayBuffer(8 * LEAST));
  /** The text that the cell has; `NO_TEXT`: as the file was opened. */
  texts = new Int32Array(new SharedArrayBuffer(4 * LEAST));
  /** The same of the file as it was last saved. */
  saved = new Int32Array(new SharedArrayBuffer(4 * LEAST));
  /** The text that the file had when it was opened; `NO_TEXT` until the cell was saved with another. */
  first = new Int32Array(new SharedArrayBuffer(4 * LEAST));
  pool = new TextPool();
  /** The elements as they were when the file was opened, some numbers each. */
  #originals: Elements;
  readonly #data: Elements;
  readonly #numbers: number;
  #count = 0;
  /** Cells that differ from the file as it was last saved. */
  #changed = 0;

  /** @param data what is edited; @param numbers of each element */
  constructor(data: Elements, numbers: number) {
    this.#data = data;
    this.#numbers = numbers;
    this.#originals = numbersLike(data, LEAST * numbers);
  }

  get count(): number {
    return this.#count;
  }

  get changed(): number {
    return this.#changed;
  }

  /**
   * Makes room for more cells, so that nothing can fail while they are written.
   *
   * @throws {CapacityError} the memory cannot be had.
   */
  reserve(more: number): void {
    const count = this.#count + more;
    if (count > this.keys.length) {
      const size = Math.max(count, Math.min(2 * this.keys.length, this.keys.length + 2 ** 20));
      this.keys = grown(this.keys, size);
      this.texts = grown(this.texts, size);
      this.saved = grown(this.saved, size);
      this.first = grown(this.first, size);
      const originals = numbersLike(this.#data, size * this.#numbers);
      originals.set(this.#originals as never);
      this.#originals = originals;
    }
    let slots = this.slots.length;
    while (2 * slots < 3 * count) slots *= 2;
    if (slots > this.slots.length) this.#spread(slots);
  }

  find(key: number): number {
    return entryOf(this, key);
  }

  /** The entry of a cell, a new one where it has none. There is room for it. */
  enter(key: number): number {
    const last = this.slots.length - 1;
    let slot = firstSlot(key, this.slots.length);
    for (; this.slots[slot] !== 0; slot = (slot + 1) & last) {
      const found = (this.slots[slot] as number) - 1;
      if (this.keys[found] === key) return found;
    }
    const entry = this.#count++;
    this.keys[entry] = key;
    this.texts[entry] = NO_TEXT;
    this.saved[entry] = NO_TEXT;
    this.first[entry] = NO_TEXT;
    if (key >= 0) copyElement(this.#data, key, this.#originals, entry, this.#numbers);
    // Last: who finds the entry finds all of it.
    this.slots[slot] = entry + 1;
    return entry;
  }

  /** Gives a cell another text. @returns the one that it had. */
  give(entry: number, text: number): number {
    const before = this.texts[entry] as number;
    const saved = this.saved[entry] as number;
    this.#changed += Number(!isSameText(this.pool, text, saved)) - Number(!isSameText(this.pool, before, saved));
    this.texts[entry] = text;
    return before;
  }

  isChanged(entry: number): boolean {
    return !isSameText(this.pool, this.texts[entry] as number, this.saved[entry] as number);
  }

  /** What the cell of the array held when the file was opened goes back there. */
  restore(entry: number): void {
    copyElement(this.#originals, entry, this.#data, this.keys[entry] as number, this.#numbers);
  }

  /** The file has every cell as it is now. */
  takeSaved(): void {
    this.saved.set(this.texts);
    this.#changed = 0;
  }

  /** Forgets texts that neither a cell nor a step has any more. */
  compact(steps: readonly Step[]): void {
    const [texts, saved, first] = [this.texts, this.saved, this.first].map((ids) => ids.subarray(0, this.#count));
    if (texts === undefined || saved === undefined || first === undefined) return;
    const inSteps = steps.flatMap(({ before, after }) => [before, after]);
    const { pool, numbers } = compacted(this.pool, [texts, saved, first, ...inSteps]);
    // The page goes on reading the old numbers with the old pool.
    this.texts = grown(this.texts, this.texts.length);
    this.saved = grown(this.saved, this.saved.length);
    for (const ids of [this.texts, this.saved]) renumber(ids.subarray(0, this.#count), numbers);
    for (const ids of [first, ...inSteps]) renumber(ids, numbers);
    this.pool = pool;
  }

  #spread(size: number): void {
    const slots = grown(new Int32Array(new SharedArrayBuffer(0)), size);
    for (let entry = 0; entry < this.#count; entry++) {
      let slot = firstSlot(this.keys[entry] as number, size);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = entry + 1;
    }
    this.slots = slots;
  }
}

/** Numbers of the same type, all 0. */
export function numbersLike(data: Elements, length: number): Elements {
  return new (data.constructor as new (length: number) => Elements)(length);
}

/** Writes an element of one block, some numbers long, over an element of another. */
export function copyElement(from: Elements, at: number, to: Elements, place: number, numbers: number): void {
  for (let k = 0; k < numbers; k++) to[place * numbers + k] = from[at * numbers + k] as number;
}
