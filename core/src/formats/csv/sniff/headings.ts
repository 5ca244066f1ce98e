import { cellText } from "../records.ts";
import { charactersOf, isAscii } from "./characters.ts";
import type { Sample } from "./sample.ts";

/** A line of a header: two words for each cell, as in `CutRecords`. */
type HeaderLine = Int32Array;

/**
 * A file's header as it has it: its bytes, and where its cells are in them. The texts are made when somebody asks for one: of a
 * hundred thousand that takes its time.
 */
export class Headings {
  /** It may have fewer than there are columns. */
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #quote: number;
  readonly #lines: readonly HeaderLine[];
  /** Where `#bytes` start in what the words count in. */
  readonly #start: number;
  #all: readonly string[] | null = null;

  /** @param heads rows of the sample, ascending */
  constructor({ bytes, records, dialect }: Pick<Sample, "bytes" | "records" | "dialect">, heads: readonly number[]) {
    const [first] = heads;
    const last = heads.at(-1);
    this.#start = first === undefined ? 0 : records.start(first);
    this.#bytes = ownPart(bytes, this.#start, last === undefined ? 0 : records.next(last));
    this.#lines = heads.map((row) => records.spans.slice(2 * records.firstCell(row), 2 * records.firstCell(row + 1)));
    this.#quote = dialect.quote;
    this.length = Math.max(0, ...this.#lines.map((line) => line.length / 2));
  }

  /** One heading a column: several lines joined by a space, an empty cell above a heading taking what stands to its left. */
  get all(): readonly string[] {
    this.#all ??= this.#join(this.#lines.map((line) => this.#textsOf(line)));
    return this.#all;
  }

  #join(lines: readonly (readonly string[])[]): readonly string[] {
    const [only] = lines;
    if (only !== undefined && lines.length === 1) return only;
    return Array.from({ length: this.length }, (_, column) => {
      const parts = lines.map((line, k) => {
        const below = lines.slice(k + 1).some((lower) => (lower[column] ?? "") !== "");
        return below ? leftwards(line, column) : (line[column] ?? "");
      });
      return parts.filter((part) => part !== "").join(" ");
    });
  }

  /** Cut from one string where that can be: a decoder called for each of many cells is slow. */
  #textsOf(line: HeaderLine): string[] {
    const characters = charactersOf(this.#bytes);
    const isPlain = isAscii(this.#bytes, characters);
    return Array.from({ length: line.length / 2 }, (_, column) => {
      const word = line[2 * column] as number;
      const quoted = word < 0;
      const start = (quoted ? ~word : word) - this.#start;
      const end = (line[2 * column + 1] as number) - this.#start;
      if (isPlain && !quoted) return characters.slice(start, end).trim();
      return cellText(this.#bytes, { start, end, quoted }, this.#quote).trim();
    });
  }
}

/** A part of a sample, which is copied where it would keep more of the sample than there is of it. */
function ownPart(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return 2 * (end - start) < bytes.length ? bytes.slice(start, end) : bytes.subarray(start, end);
}

function leftwards(line: readonly string[], column: number): string {
  let at = column;
  while (at > 0 && (line[at] ?? "") === "") at--;
  return line[at] ?? "";
}
