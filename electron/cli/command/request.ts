import type { NumberForm } from "@argscope/core/formats/csv/number-forms.ts";
import type { RowRange } from "@argscope/core/table/row-range.ts";

/** What a command line asks for, as it goes to the engine's thread: plain data. */
export type Request = ReduceRequest | ConvertRequest | InfoRequest;

export type Operation = "argmin" | "argmax" | "nanargmin" | "nanargmax";

export interface ReduceRequest {
  readonly command: Operation;
  readonly reading: Reading;
  readonly axis: number | null;
  readonly keepdims: boolean;
  readonly select: Selection;
  readonly format: Format;
}

export interface ConvertRequest {
  readonly command: "convert";
  readonly reading: Reading;
  readonly format: TableFormat;
}

export interface InfoRequest {
  readonly command: "info";
  readonly reading: Reading;
  readonly format: "text" | "json";
}

export const formats = ["text", "json", "csv", "tsv", "md", "npy"] as const;
export type Format = (typeof formats)[number];
export const tableFormats = ["csv", "tsv", "json", "md", "npy"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The steps of an expression over `a`: each takes a field by name, or a view by NumPy's basic index. */
export type Selection = readonly ({ readonly field: string } | { readonly index: string })[];

/** Which file, and how to read it. What is left out is decided from the file. */
export interface Reading {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly array?: string;
  readonly sheet?: string;
  readonly columns?: readonly string[];
  readonly exclude?: readonly string[];
  readonly rows?: RowRange;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly escape?: string;
  readonly encoding?: string;
  readonly header?: "auto" | "none" | number;
  readonly indexCol?: IndexCol;
  readonly decimal?: "." | ",";
  readonly thousands?: string;
  readonly numbers?: readonly NumberForm[];
  readonly comment?: string;
  readonly missing?: readonly string[];
  readonly dates?: "dmy" | "mdy";
  readonly strict?: boolean;
}

/** The column that names the rows. */
export type IndexCol = { readonly kind: "auto" } | { readonly kind: "none" } | { readonly kind: "name"; readonly name: string };
