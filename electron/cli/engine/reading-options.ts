import type { CsvOptions } from "@argscope/core";
import type { Kind } from "@argscope/core/formats/open/kind.ts";
import type { Reading } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";

type Given = Exclude<keyof Reading, "file" | "rows">;

/** What every table takes, and what each format does. */
const forTables: readonly Given[] = ["columns", "exclude", "indexCol"];
const takes: Readonly<Record<Kind, readonly Given[]>> = {
  csv: ["delimiter", "quote", "encoding", "header", "decimal", "missing", "strict"],
  xlsx: ["sheet", "header", "missing"],
  json: ["array", "encoding", "missing"],
  npz: ["array"],
  zip: ["array"],
  gzip: [],
  npy: [],
  literal: [],
  parquet: [],
};

const kindNames: Readonly<Record<Kind, string>> = {
  csv: "a text table",
  xlsx: "a workbook",
  json: "JSON",
  npz: "an archive of arrays",
  zip: "an archive",
  gzip: "a gzip file",
  npy: "an array",
  literal: "an array",
  parquet: "a Parquet file",
};

/** What was opened: the file's own kind, and that of what it holds. */
export interface Opened {
  readonly name: string;
  readonly outer: Kind;
  readonly kind: Kind;
  readonly isTable: boolean;
}

/** @throws {UsageError} an option was given that means nothing for what the file holds: none is passed over in silence. */
export function checkOptions(reading: Reading, { name, outer, kind, isTable }: Opened): void {
  const allowed = new Set<string>(["file", "rows", ...takes[kind], ...takes[outer], ...(isTable ? forTables : [])]);
  const wrong = Object.keys(reading).find((key) => !allowed.has(key));
  if (wrong === undefined) return;
  const option = wrong === "indexCol" ? "index-col" : wrong;
  throw new UsageError(`--${option} means nothing here: ${name} is ${kindNames[kind]}.`);
}

/** The options that go to the reader of tables. */
export function csvOptions({ delimiter, quote, encoding, header, decimal, missing }: Reading): CsvOptions {
  const given = { delimiter, quote, encoding, header, decimal, missing };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
