import type { Dtype } from "../../array/dtype.ts";
import type { NdArray } from "../../array/ndarray.ts";
import type { Table } from "../../table/table.ts";
import type { ByteSource } from "../byte-source.ts";
import type { CsvOptions } from "../csv/options.ts";
import type { Kind } from "./kind.ts";

/** How to open a file: which part of it, and how to read it where it is a CSV. */
export interface OpenOptions extends CsvOptions {
  /** The format, where the content shall not decide. */
  readonly kind?: Kind;
  /** The name of an array, of a member of a JSON object, or of a file in an archive that holds no other choice. */
  readonly array?: string;
  /** The name of a worksheet. */
  readonly sheet?: string;
  /** The name of a file in an archive. */
  readonly entry?: string;
}

/** One of the things that a file holds. */
export interface Choice {
  readonly name: string;
  /** Known for arrays. */
  readonly dtype?: Dtype;
  readonly shape?: readonly number[];
  /** Why this one cannot be opened, in a sentence. */
  readonly problem?: string;
}

/** A file as a table. `release` gives back all memory that reading it took. */
export interface TableData {
  readonly kind: "table";
  readonly format: Kind;
  readonly table: Table;
  /**
   * The text that `table.rowOffsets` count in: the source itself, or what was unpacked from it, kept until `release`. Null where
   * the rows have no text of their own: `rowOffsets` is empty then.
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
