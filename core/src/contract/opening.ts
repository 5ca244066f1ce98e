import type { Kind } from "../formats/open/kind.ts";
import type { Choice, OpenOptions } from "../formats/open/options.ts";
import type { Control, Opened, Source } from "./worker.ts";

/** What a person says about how a file is to be read; what is left out is decided from the file. Plain data: the page keeps it. */
export type ReadingOptions = Omit<OpenOptions, "name" | "size" | "control" | "memory">;

/** What was said about a file before. It is for a file of the same name and size that starts with the same bytes. */
export interface Remembered {
  readonly fingerprint: string;
  readonly options: ReadingOptions;
}

/** A file holds several things: which one was opened, and what there is beside it. */
export interface Pick {
  /** The reading option that names one of them. */
  readonly of: "array" | "sheet" | "entry";
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

/** Where an opened array comes from, and how it was read. */
export interface Origin {
  /** `made`: a typed expression, and no file. */
  readonly format: Kind | "made";
  /** From the outside in: a file in an archive, then a sheet of it. Empty for a file that holds one thing. */
  readonly picks: readonly Pick[];
  /** Null for what was typed or pasted. */
  readonly fingerprint: string | null;
  /** What it was read with: what was asked for, or what was remembered. */
  readonly options: ReadingOptions;
  readonly isRemembered: boolean;
  /** The numbers have a text of their own, which `rows` reads. */
  readonly hasText: boolean;
  /** What parts the whole from the fraction in that text. */
  readonly point: "." | ",";
  /** What parts thousands in it; empty where nothing does. */
  readonly thousands: string;
}

/** What is to be opened, and how. */
export interface OpenRequest {
  readonly source: Source;
  /**
   * The page's number for a source that it may ask about again, with a source of kind `kept`. The worker keeps such a source while
   * something that was read from it is open, and the one that was tried last.
   */
  readonly key?: number;
  readonly options?: ReadingOptions;
  /** Used where `options` are not given and the file is the one that they were said about. */
  readonly remembered?: readonly Remembered[];
  /** What an earlier answer said that a kept source holds. */
  readonly picks?: readonly Pick[];
  /** Bytes of memory that the machine has left, where that is known. */
  readonly memory?: number;
  readonly control: Control;
}

/** The cells of an array that a table's file has a text for. Rows and columns are the array's own, from 0. */
export interface TextsRequest {
  readonly handle: number;
  /** Ascending. */
  readonly rows: readonly number[];
  readonly firstColumn: number;
  readonly columnCount: number;
  readonly control: Control;
}

/** What a decision is, and why. */
interface Decided<T> {
  readonly value: T;
  readonly reason: string;
}

/** A column as the start of its file has it. */
export interface PreviewColumn {
  readonly name: string;
  readonly dtype: string;
  readonly isNumber: boolean;
}

/** The first rows of a file as they would be read, and what was decided about it. */
export interface Preview {
  readonly format: Kind;
  readonly fingerprint: string | null;
  readonly options: ReadingOptions;
  readonly isRemembered: boolean;
  readonly decisions: {
    readonly delimiter: Decided<string>;
    readonly quote: Decided<string>;
    readonly encoding: Decided<string>;
    readonly header: Decided<number>;
    readonly decimal: Decided<"." | ",">;
  };
  /** Every column of the file, those too that the options leave out. */
  readonly columns: readonly PreviewColumn[];
  /** The file's own text, cell by cell, of the first rows. */
  readonly rows: readonly (readonly string[])[];
  /** Sentences about the part that was looked at. */
  readonly receipt: readonly string[];
  /** The whole file was looked at, not only its start. */
  readonly isWhole: boolean;
  /** Of the whole file: exact where it was looked at, else estimated; null where nothing can be said. */
  readonly rowCount: number | null;
}

/** The calls about opening, as `Calls` names them. */
export interface OpeningCalls {
  open: { takes: OpenRequest; gives: Opened };
  /** The first rows of what `open` would read, at once. Null where that cannot be had without reading the file. */
  first: { takes: OpenRequest; gives: Opened | null };
  /** Null where the format leaves nothing to decide. */
  preview: { takes: OpenRequest; gives: Preview | null };
  /** Row by row in the order asked for; null where the cell has no text that says its number. */
  rows: { takes: TextsRequest; gives: readonly (readonly (string | null)[])[] };
}
