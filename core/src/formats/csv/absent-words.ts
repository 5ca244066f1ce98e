import type { TextColumn } from "../../table/text-column.ts";
import type { CellReader } from "./cell.ts";
import type { NumberHint } from "./number-hints.ts";
import { standsForMissing } from "./sniff/odd-words.ts";

/** Rows of a column that are looked at, as for other hints. */
const rowsSeen = 1000;
/** Characters of such a word at most. */
const longestWord = 20;

/** Columns of text that are numbers but for words that say that there is none: `n.a.`, `missing`, `?`. */
export class AbsentWords {
  readonly #plain: CellReader;
  readonly #words = new Map<string, string>();
  readonly #names: string[] = [];
  #first = { row: 0, text: "" };

  /** @param plain reads numbers as they were read */
  constructor(plain: CellReader) {
    this.#plain = plain;
  }

  /** Takes a column in if it is one of these. @param row its first cell that is neither a number nor missing */
  take(column: TextColumn, row: number): void {
    const words = this.#wordsOf(column, row);
    if (words === null) return;
    if (this.#names.length === 0) this.#first = { row, text: column.text(row) };
    this.#names.push(column.name);
    for (const word of words) if (!this.#words.has(word.toLowerCase())) this.#words.set(word.toLowerCase(), word);
  }

  /** One hint for all columns: what is missing is said once for the file. @param missing what is read as missing already */
  hints(missing: readonly string[]): NumberHint[] {
    if (this.#names.length === 0) return [];
    const choose = { missing: [...missing, ...this.#words.values()] };
    return [{ form: "missing", choose, names: this.#names, ...this.#first }];
  }

  #wordsOf(column: TextColumn, first: number): readonly string[] | null {
    if (!standsForMissing(column.shortText(first, longestWord) ?? "")) return null;
    const bytes = column.bytes.data as Uint8Array;
    const ends = column.ends.data as Float64Array;
    const words: string[] = [];
    let numbers = 0;
    for (let row = 0, start = 0; row < Math.min(column.rows, rowsSeen); row++) {
      const end = ends[row] as number;
      const kind = this.#plain.read(bytes, start, end);
      start = end;
      if (kind === "number") numbers++;
      if (kind !== "other") continue;
      const word = column.text(row).trim();
      if (!standsForMissing(word)) return null;
      if (!words.includes(word)) words.push(word);
    }
    return numbers > 0 ? words : null;
  }
}
