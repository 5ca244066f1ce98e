import type { Dtype } from "../../array/dtype.ts";
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
