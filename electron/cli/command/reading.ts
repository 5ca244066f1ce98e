import { type Given, textOf } from "./given.ts";
import type { Reading } from "./request.ts";
import { UsageError } from "./usage-error.ts";
import {
  characterOf,
  datesOf,
  decimalOf,
  delimiterOf,
  encodingOf,
  headerOf,
  indexColOf,
  listOf,
  numbersOf,
  rowsOf,
} from "./values.ts";

/** How to read the file, from the options that were given. */
export function readingOf(given: Given, file: string): Reading {
  if (given.has("columns") && given.has("exclude")) throw new UsageError("--columns and --exclude do not go together.");
  if (given.has("array") && given.has("sheet")) throw new UsageError("--array and --sheet do not go together.");
  const take = <T>(name: string, of: (text: string) => T): T | undefined => {
    const text = textOf(given, name);
    return text === undefined ? undefined : of(text);
  };
  const all = {
    array: textOf(given, "array"),
    sheet: textOf(given, "sheet"),
    columns: take("columns", (text) => named("columns", listOf("columns", text))),
    exclude: take("exclude", (text) => named("exclude", listOf("exclude", text))),
    rows: take("rows", rowsOf),
    delimiter: take("delimiter", delimiterOf),
    quote: take("quote", (text) => characterOf("quote", text)),
    escape: take("escape", (text) => characterOf("escape", text)),
    encoding: take("encoding", encodingOf),
    header: take("header", headerOf),
    indexCol: take("index-col", indexColOf),
    decimal: take("decimal", decimalOf),
    thousands: take("thousands", (text) => characterOf("thousands", text)),
    numbers: take("numbers", numbersOf),
    comment: take("comment", (text) => characterOf("comment", text)),
    missing: take("missing", (text) => listOf("missing", text)),
    dates: take("dates", datesOf),
    strict: given.has("strict") ? true : undefined,
  };
  if (all.delimiter !== undefined && all.delimiter === all.quote) {
    throw new UsageError("--delimiter and --quote are the same character.");
  }
  return { file, ...withoutUndefined(all) };
}

function named(option: string, names: string[]): string[] {
  if (names.length === 0) throw new UsageError(`--${option} takes at least one name.`);
  return names;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(all: T): Defined<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Defined<T>;
}
