import type { CsvOptions } from "@argscope/core";
import type { Reading } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";
import type { Holding } from "./format.ts";

/** The options that say how a table of text is read, and how the command line calls them. */
const tableOptions = {
  columns: "columns",
  exclude: "exclude",
  delimiter: "delimiter",
  quote: "quote",
  encoding: "encoding",
  header: "header",
  indexCol: "index-col",
  decimal: "decimal",
  missing: "missing",
  strict: "strict",
} as const satisfies Partial<Record<keyof Reading, string>>;

/** @throws {UsageError} an option was given that means nothing for what the file holds: none is passed over in silence. */
export function checkOptions(reading: Reading, holding: Holding, name: string): void {
  if (reading.sheet !== undefined) throw new UsageError(`--sheet is for workbooks, and ${name} is none.`);
  if (reading.array !== undefined && holding !== "npz") throw new UsageError(`--array is for .npz files, and ${name} is none.`);
  if (holding === "table") return;
  for (const [key, option] of Object.entries(tableOptions)) {
    if (reading[key as keyof typeof tableOptions] === undefined) continue;
    throw new UsageError(
      `--${option} is for tables, and ${name} is ${holding === "npz" ? "an archive of arrays" : "an array"}.`,
    );
  }
}

/** @throws {UsageError} what the reader of tables cannot do yet. */
export function csvOptions(reading: Reading): CsvOptions {
  if (reading.strict) throw new UsageError("--strict is not there yet: malformed tables are mended, and `info` says how.");
  const { delimiter, quote, encoding, header, decimal, missing } = reading;
  const given = { delimiter, quote, encoding, header, decimal, missing };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
