import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Control, Source } from "../contract/worker.ts";
import { ValueError } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { noNumbersSentence, readCsv, receiptSentences } from "../formats/csv/index.ts";
import { parseArrayLiteral } from "../formats/literal/array-literal.ts";
import type { TextColumn } from "../table/text-column.ts";
import { byteSource } from "./sources.ts";

/** What a source became. `release` gives all of its memory back, and its file. */
export interface Reading {
  readonly kind: "table" | "array";
  readonly array: NdArray;
  /** Names of the array's columns; empty for a plain array. */
  readonly columns: readonly string[];
  readonly labels: readonly TextColumn[];
  /** Sentences about what was decided, most important first. */
  readonly receipt: readonly string[];
  readonly release: () => void;
}

/**
 * Reads a source to its end. Its content decides what it is: typed text that starts as an array literal does is one, all else
 * is a table.
 *
 * @throws {FormatError} it is neither.
 * @throws {ValueError} a table without a column of numbers.
 * @throws {CancelledError} `control` says so; nothing is held then.
 */
export async function read(source: Source, control: Control): Promise<Reading> {
  if (source.kind === "text" && startsAsArray(source.text)) return readLiteral(source.text);
  const bytes = byteSource(source);
  try {
    return await readTable(bytes, control);
  } catch (error) {
    bytes.close();
    throw error;
  }
}

function startsAsArray(text: string): boolean {
  return /^\s*(?:(?:(?:np|numpy)\.)?array\s*\()?\s*\[/u.test(text);
}

function readLiteral(text: string): Reading {
  const array = parseArrayLiteral(text);
  return { kind: "array", array, columns: [], labels: [], receipt: [], release: () => free(array) };
}

async function readTable(source: ByteSource, control: Control): Promise<Reading> {
  const table = await readCsv(source, { control });
  const array = table.block();
  const sentence = noNumbersSentence(table, source.name);
  if (sentence !== null) {
    table.free();
    throw new ValueError(sentence);
  }
  return {
    kind: "table",
    array,
    columns: table.numberColumns.map((column) => column.name),
    labels: table.labels,
    receipt: receiptSentences(table.receipt),
    release: () => {
      table.free();
      source.close();
    },
  };
}
