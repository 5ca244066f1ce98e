import type { NdArray } from "../../array/ndarray.ts";
import type { Table } from "../../table/table.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Kind } from "./kind.ts";
import type { Choice } from "./options.ts";

/** A file as a table. `release` gives back all memory that reading it took. */
export interface TableData {
  readonly kind: "table";
  readonly format: Kind;
  readonly table: Table;
  /**
   * The text that `table.rowOffsets` count in, as UTF-8: the source itself, what decodes it where it is read, or what was unpacked
   * from it, kept until `release`. Null where the rows have no text of their own: `rowOffsets` is empty then.
   */
  readonly text: ByteSource | null;
  /** What was decided while reading, most important first. */
  readonly sentences: readonly string[];
  release(): void;
}

/** A file as an array in engine memory. `release` frees it. */
export interface ArrayData {
  readonly kind: "array";
  readonly format: Kind;
  readonly array: NdArray;
  readonly sentences: readonly string[];
  release(): void;
}

/** A file that holds several things: opened again with `{ [of]: name }`, one of them is read. Nothing is held. */
export interface ChoiceData {
  readonly kind: "choice";
  readonly format: Kind;
  readonly of: "array" | "sheet" | "entry";
  readonly choices: readonly Choice[];
}

export type Data = TableData | ArrayData | ChoiceData;
