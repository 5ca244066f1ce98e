import { space, tab } from "./dialect.ts";
import { asciiText, NumberReader } from "./number.ts";

/** What a cell is to a column of numbers. */
export type CellKind = "number" | "missing" | "other";

/** Judges cells that are not plainly a number: blanks around, missing markers, infinities. */
export class CellReader {
  readonly number = new NumberReader();
  value = 0;
  readonly #missing: ReadonlySet<string>;
  readonly #longest: number;

  constructor(missing: readonly string[]) {
    this.#missing = new Set(missing.map((marker) => marker.toLowerCase()));
    this.#longest = Math.max(0, ...missing.map((marker) => marker.length));
  }

  read(bytes: Uint8Array, from: number, to: number): CellKind {
    let start = from;
    let end = to;
    while (start < end && isBlank(bytes[start] as number)) start++;
    while (end > start && isBlank(bytes[end - 1] as number)) end--;
    if (start === end) return "missing";
    if (end - start <= this.#longest && this.#missing.has(asciiText(bytes, start, end).toLowerCase())) return "missing";
    if (this.number.read(bytes, start, end) && this.number.next === end) {
      this.value = this.number.value;
      return "number";
    }
    const infinity = end - start <= 9 ? /^([+-]?)inf(inity)?$/i.exec(asciiText(bytes, start, end)) : null;
    if (infinity === null) return "other";
    this.value = infinity[1] === "-" ? -Infinity : Infinity;
    return "number";
  }
}

function isBlank(byte: number): boolean {
  return byte === space || byte === tab;
}
