import type { TooLarge } from "../../table/too-large.ts";
import type { NumberStore } from "./number-store.ts";
import { RecordBuilder } from "./record-builder.ts";
import type { JsonScanner } from "./scanner.ts";
import { isCell, type JsonCell, type JsonValue, MET, type Numbers } from "./value.ts";

const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
/** NumPy arrays have at most 64 dimensions; nothing that people have is nested deeper. */
const MAX_DEPTH = 100;

/**
 * Reads JSON values, a call for each level. Arrays of numbers go straight into the number store, arrays of objects into columns.
 */
export class JsonParser {
  readonly #scanner: JsonScanner;
  readonly #store: NumberStore;

  constructor(scanner: JsonScanner, store: NumberStore) {
    this.#scanner = scanner;
    this.#store = store;
  }

  /** The whole text: one value, or one value a line (NDJSON), which are then taken for the elements of one array. */
  document(): JsonValue {
    const scanner = this.#scanner;
    const start = scanner.at;
    const first = this.#value(0);
    if (scanner.peek() < 0) return first;
    scanner.at = start;
    if (scanner.peek() === OPEN_OBJECT) return this.#records(0, () => scanner.peek() < 0);
    return this.#items(0, [], () => scanner.peek() < 0);
  }

  #value(depth: number): JsonValue {
    const scanner = this.#scanner;
    if (depth > MAX_DEPTH) throw scanner.wrong(`Lists and objects are nested more than ${MAX_DEPTH} deep`, scanner.at);
    switch (scanner.peek()) {
      case OPEN_LIST:
        return this.#list(depth);
      case OPEN_OBJECT:
        return this.#object(depth);
      case QUOTE:
        return scanner.string();
      default:
        return scanner.scalar();
    }
  }

  #list(depth: number): JsonValue {
    const scanner = this.#scanner;
    scanner.at++;
    const body = scanner.at;
    let begun = false;
    const ends = (): boolean => {
      if (scanner.take(CLOSE_LIST)) return true;
      if (begun && !scanner.take(COMMA)) throw scanner.unexpected('"," or "]"');
      begun = true;
      return false;
    };
    const first = scanner.peek();
    if (first === OPEN_OBJECT) return this.#records(depth, ends);
    if (first !== OPEN_LIST && first !== QUOTE) {
      const numbers = this.#numbers(ends);
      if (numbers !== null) return numbers;
      // Among the numbers is something else. They were flat, so that reading them again costs no more than once.
      scanner.at = body;
      begun = false;
    }
    return this.#items(depth, [], ends);
  }

  /** A list of numbers, bools and nulls; null where it is not all of these. */
  #numbers(ends: () => boolean): Numbers | null {
    const scanner = this.#scanner;
    const start = this.#store.length;
    let met = 0;
    while (!ends()) {
      const byte = scanner.peek();
      if (byte === OPEN_LIST || byte === OPEN_OBJECT || byte === QUOTE) return null;
      met |= this.#push(scanner.scalar());
    }
    return { kind: "numbers", start, shape: [this.#store.length - start], met };
  }

  #push(value: number | bigint | boolean | TooLarge | null): number {
    const store = this.#store;
    if (typeof value === "bigint" || (typeof value === "object" && value !== null)) store.large.set(store.length, value);
    store.push(value === null ? Number.NaN : Number(value));
    if (value === null) return MET.none;
    if (typeof value === "boolean") return MET.bool;
    return this.#scanner.isInteger ? MET.integer : MET.float;
  }

  #items(depth: number, items: JsonValue[], ends: () => boolean): JsonValue {
    while (!ends()) items.push(this.#value(depth + 1));
    return joined(items) ?? { kind: "list", items };
  }

  #records(depth: number, ends: () => boolean): JsonValue {
    const scanner = this.#scanner;
    const builder = new RecordBuilder();
    while (!ends()) {
      if (scanner.peek() !== OPEN_OBJECT) return this.#items(depth, [builder.finish(), this.#value(depth + 1)], ends);
      this.#members((name) => {
        const cell = this.#cell(depth + 2);
        builder.set(name, cell, typeof cell === "number" && !scanner.isInteger);
      });
      builder.endRow();
    }
    return builder.finish();
  }

  /** A value in a record; what is no single value stays as it is written. */
  #cell(depth: number): JsonCell {
    const scanner = this.#scanner;
    const byte = scanner.peek();
    if (byte !== OPEN_LIST && byte !== OPEN_OBJECT) return byte === QUOTE ? scanner.string() : scanner.scalar();
    const start = scanner.at;
    this.#value(depth);
    return scanner.text(start);
  }

  #object(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#members((name) => members.set(name, this.#value(depth + 1)));
    return { kind: "object", members };
  }

  #members(read: (name: string) => void): void {
    const scanner = this.#scanner;
    scanner.at++;
    for (let begun = false; !scanner.take(CLOSE_OBJECT); begun = true) {
      if (begun && !scanner.take(COMMA)) throw scanner.unexpected('"," or "}"');
      const name = scanner.string();
      if (!scanner.take(COLON)) throw scanner.unexpected('":"');
      read(name);
    }
  }
}

/** Arrays of numbers that have one shape and stand one after the other are one array of numbers. */
function joined(items: readonly JsonValue[]): Numbers | null {
  const [first] = items;
  if (!isNumbers(first)) return null;
  const size = first.shape.reduce((product, length) => product * length, 1);
  let met = 0;
  for (const [k, item] of items.entries()) {
    if (!isNumbers(item) || item.start !== first.start + k * size || !sameShape(item.shape, first.shape)) return null;
    met |= item.met;
  }
  return { kind: "numbers", start: first.start, shape: [items.length, ...first.shape], met };
}

function isNumbers(value: JsonValue | undefined): value is Numbers {
  return value !== undefined && !isCell(value) && value.kind === "numbers";
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, k) => length === b[k]);
}
