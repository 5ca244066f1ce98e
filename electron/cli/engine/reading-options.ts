import type { Kind } from "@argscope/core/formats/open/kind.ts";
import type { OpenOptions } from "@argscope/core/formats/open/options.ts";
import type { Reading } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";

type Given = Exclude<keyof Reading, "file" | "rows">;

/** What every table takes, and what each format does. */
const forTables: readonly Given[] = ["columns", "exclude", "indexCol"];
const forText: readonly Given[] = ["header", "missing", "dates"];
const takes: Readonly<Record<Kind, readonly Given[]>> = {
  csv: [...forText, "delimiter", "quote", "escape", "encoding", "decimal", "thousands", "numbers", "comment", "strict"],
  xlsx: [...forText, "sheet"],
  json: ["array", "encoding", "missing", "dates"],
  npz: ["array"],
  zip: ["array"],
  gzip: [],
  npy: [],
  literal: [],
  parquet: ["missing", "dates"],
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

/** The options that go to the readers of tables. */
export function openOptions(reading: Reading): OpenOptions {
  const { file: _, indexCol, ...given } = reading;
  if (indexCol === undefined || indexCol.kind === "auto") return given;
  return { ...given, indexCol: indexCol.kind === "none" ? null : indexCol.name };
}
