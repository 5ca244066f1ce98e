import type { SharedTexts } from "../contract/editing.ts";
import { grown } from "./grown.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The number that stands for no text. */
export const NO_TEXT = -1;

/**
 * The text of a number in a pool; empty for one that is behind the end of what the page has of it. Chromium's decoder refuses
 * shared memory, so the few bytes are copied.
 */
export function pooledText({ bytes, ends }: SharedTexts, id: number): string {
  return decoder.decode(bytes.slice(startOf(ends, id), ends[id] ?? 0));
}

/** Whether two numbers stand for the same text. */
export function isSameText({ bytes, ends }: SharedTexts, a: number, b: number): boolean {
  if (a === b) return true;
  if (a === NO_TEXT || b === NO_TEXT) return false;
  const [startA, startB] = [startOf(ends, a), startOf(ends, b)];
  const length = (ends[a] as number) - startA;
  if ((ends[b] as number) - startB !== length) return false;
  for (let k = 0; k < length; k++) if (bytes[startA + k] !== bytes[startB + k]) return false;
  return true;
}

function startOf(ends: Float64Array, id: number): number {
  return id === 0 ? 0 : (ends[id - 1] as number);
}

/** Texts by number, one behind the other in memory that the page reads too: a million of them are no million objects. */
export class TextPool implements SharedTexts {
  bytes = new Uint8Array(new SharedArrayBuffer(1024));
  /** Float64, so that more than 4 GiB can be addressed. */
  ends = new Float64Array(new SharedArrayBuffer(1024));
  #count = 0;
  /** The text that was added last: cleared cells are all alike. */
  #last: string | null = null;

  get count(): number {
    return this.#count;
  }

  get size(): number {
    return this.#count === 0 ? 0 : (this.ends[this.#count - 1] as number);
  }

  /** @returns the number of the text. */
  add(text: string): number {
    if (text === this.#last) return this.#count - 1;
    const start = this.size;
    // One character is three bytes at most.
    const end = start + 3 * text.length;
    if (this.bytes.length < end) this.bytes = grown(this.bytes, Math.max(end, 2 * this.bytes.length));
    if (this.ends.length === this.#count) this.ends = grown(this.ends, 2 * this.#count);
    this.ends[this.#count++] = start + this.#write(text, start);
    this.#last = text;
    return this.#count - 1;
  }

  text(id: number): string {
    return pooledText(this, id);
  }

  /** Forgets all texts but the first so many. */
  cut(count: number): void {
    this.#count = count;
    this.#last = null;
  }

  #write(text: string, start: number): number {
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k);
      if (unit > 127) {
        const encoded = encoder.encode(text);
        this.bytes.set(encoded, start);
        return encoded.length;
      }
      this.bytes[start + k] = unit;
    }
    return text.length;
  }
}

/** The texts that are still in use, in a pool of their own, and the new number of each. */
export function compacted(
  pool: TextPool,
  uses: readonly Int32Array[],
): { readonly pool: TextPool; readonly numbers: Int32Array } {
  const numbers = new Int32Array(pool.count).fill(NO_TEXT);
  for (const ids of uses) for (const id of ids) if (id !== NO_TEXT) numbers[id] = 0;
  const kept = new TextPool();
  for (let id = 0; id < numbers.length; id++) if (numbers[id] === 0) numbers[id] = kept.add(pool.text(id));
  return { pool: kept, numbers };
}

export function renumber(ids: Int32Array, numbers: Int32Array): void {
  for (let k = 0; k < ids.length; k++) if (ids[k] !== NO_TEXT) ids[k] = numbers[ids[k] as number] as number;
}
