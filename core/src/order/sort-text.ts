import type { Watch } from "../reduce/watch.ts";
import { sortByKeys } from "../winners/sort-keys.ts";
import { KEY_BYTES_A_UNIT, writeTextKey } from "./text-key.ts";

/** Bytes of a key that one radix sort looks at. */
const WORDS = 8;
/** So few texts are compared with each other instead. */
const FEW = 24;
const LAST = 0xffffffff;
const LOOK = 4096;

/**
 * Sorts `items` by their texts in place, in the order of `writeTextKey`. Equal texts stay as they are; empty ones come last in
 * both directions.
 */
export function sortByText(items: Int32Array, text: (item: number) => string, descending: boolean, watch: Watch): void {
  sortFrom(items, 0, new KeyedTexts(items, text, descending, watch), watch);
}

/** Sorts texts whose keys are equal up to a byte by the eight bytes from there, and those that are equal in these in turn. */
function sortFrom(items: Int32Array, byte: number, texts: KeyedTexts, watch: Watch): void {
  if (items.length <= FEW) {
    // The sort of a typed array is stable, too.
    items.sort((a, b) => texts.compare(a, b));
    return;
  }
  sortByKeys(items, texts.wordsAt(items, byte), watch);
  for (let from = 0; from < items.length; ) {
    const first = items[from] as number;
    let to = from + 1;
    let isLonger = texts.isLonger(first, byte + WORDS);
    for (; to < items.length && texts.hasSameWords(first, items[to] as number); to++) {
      isLonger ||= texts.isLonger(items[to] as number, byte + WORDS);
    }
    // The run's own words are overwritten then: they are not looked at any more.
    if (to - from > 1 && isLonger) sortFrom(items.subarray(from, to), byte + WORDS, texts, watch);
    from = to;
  }
}

/** The keys of all items, one after the other. */
class KeyedTexts {
  readonly #bytes: Uint8Array;
  /** By item: where its key starts and ends. */
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  readonly #turn: number;
  /** By item: the eight bytes that it is sorted by just now. */
  readonly #words: Uint32Array;

  constructor(items: Int32Array, text: (item: number) => string, descending: boolean, watch: Watch) {
    const most = items.reduce((largest, item) => Math.max(largest, item), -1) + 1;
    this.#start = new Float64Array(most);
    this.#end = new Float64Array(most);
    this.#words = new Uint32Array(2 * most);
    this.#turn = descending ? LAST : 0;
    let bytes = new Uint8Array(16 * items.length + 64);
    let end = 0;
    for (let k = 0; k < items.length; k++) {
      if (k % LOOK === LOOK - 1) watch.count(LOOK);
      const item = items[k] as number;
      const own = text(item);
      const room = end + KEY_BYTES_A_UNIT * own.length;
      if (room > bytes.length) bytes = grown(bytes, room);
      this.#start[item] = end;
      end = writeTextKey(own, bytes, end);
      this.#end[item] = end;
    }
    this.#bytes = bytes;
  }

  isLonger(item: number, bytes: number): boolean {
    return (this.#end[item] as number) - (this.#start[item] as number) > bytes;
  }

  /** The eight bytes of these items' keys from one byte on, as `sortByKeys` takes them. */
  wordsAt(items: Int32Array, byte: number): Uint32Array {
    for (let k = 0; k < items.length; k++) {
      const item = items[k] as number;
      const isEmpty = !this.isLonger(item, 0);
      this.#words[2 * item] = isEmpty ? LAST : this.#word(item, byte + 4) ^ this.#turn;
      this.#words[2 * item + 1] = isEmpty ? LAST : this.#word(item, byte) ^ this.#turn;
    }
    return this.#words;
  }

  hasSameWords(a: number, b: number): boolean {
    return this.#words[2 * a] === this.#words[2 * b] && this.#words[2 * a + 1] === this.#words[2 * b + 1];
  }

  compare(a: number, b: number): number {
    const [startA, startB] = [this.#start[a] as number, this.#start[b] as number];
    const [lengthA, lengthB] = [(this.#end[a] as number) - startA, (this.#end[b] as number) - startB];
    if (lengthA === 0 || lengthB === 0) return Number(lengthA === 0) - Number(lengthB === 0);
    const turn = this.#turn === 0 ? 1 : -1;
    const shared = Math.min(lengthA, lengthB);
    for (let k = 0; k < shared; k++) {
      const difference = (this.#bytes[startA + k] as number) - (this.#bytes[startB + k] as number);
      if (difference !== 0) return turn * difference;
    }
    return turn * (lengthA - lengthB);
  }

  /** Four bytes as one number, the first the most significant; behind the end of the key nothing but zeros. */
  #word(item: number, byte: number): number {
    const start = (this.#start[item] as number) + byte;
    const end = this.#end[item] as number;
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 8) | (start + k < end ? (this.#bytes[start + k] as number) : 0);
    return word;
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * bytes.length, needed));
  larger.set(bytes);
  return larger;
}
