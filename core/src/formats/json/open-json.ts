import { free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { shapeText } from "../../array/shape.ts";
import { CapacityError, IndexError, UnsupportedError, ValueError } from "../../errors.ts";
import { chooseCells } from "../../table/choose-cells.ts";
import { tableFromColumns } from "../../table/from-columns.ts";
import { labelRules } from "../../table/label-kind.ts";
import type { TooLarge } from "../../table/too-large.ts";
import { type ByteSource, blocksOf } from "../byte-source.ts";
import { usualMissing } from "../csv/options.ts";
import { sniffEncoding } from "../csv/sniff/encoding.ts";
import { Task } from "../csv/task.ts";
import { transcoded } from "../csv/transcode.ts";
import type { Data } from "../open/data.ts";
import type { Choice, OpenOptions } from "../open/options.ts";
import type { CellTable, ElementAt } from "./cells-of.ts";
import { arrayOf, jsonDtype } from "./json-array.ts";
import { NumberStore } from "./number-store.ts";
import { JsonParser } from "./parser.ts";
import { JsonScanner } from "./scanner.ts";
import { type Meaning, meaningOf } from "./shape-of.ts";
import { isCell, type JsonObject, type JsonValue, type Numbers } from "./value.ts";

/** The largest file that is taken, in bytes: its whole text is held while it is read. */
const MAX_BYTES = 2 ** 30;
/** What the encoding is told from. */
const SAMPLE_BYTES = 1 << 18;
const COMMA = 44;

/**
 * Opens a JSON file, or one with a value on each line (NDJSON): arrays, tables, or members of an object to choose from.
 *
 * Integers are exact to the last digit; a table says where one was rounded beside columns of float64.
 *
 * @throws {FormatError} it is no JSON; with line and column.
 * @throws {UnsupportedError} it holds neither an array nor a table.
 * @throws {ValueError} its lists are ragged, in NumPy's words.
 * @throws {IndexError} it has no member of that name.
 * @throws {CapacityError} it is too large.
 * @throws {CancelledError} `options.control` said so. Nothing is held then.
 */
export async function openJson(source: ByteSource, options: OpenOptions): Promise<Data> {
  const task = new Task(options.control);
  const bytes = await readText(source, options, task);
  const store = new NumberStore(expectedNumbers(bytes));
  try {
    const scanner = new JsonScanner(bytes, source.name, options.control);
    const value = new JsonParser(scanner, store).document();
    const numbers = store.finish();
    let data: Data | undefined;
    try {
      data = await dataOf(value, { numbers, large: store.large, name: source.name, options, task });
      return data;
    } finally {
      if (!(data?.kind === "array" && data.array.data === numbers.data)) free(numbers);
    }
  } finally {
    store.release();
  }
}

/** A file that was read, and how it shall be opened. */
interface Read {
  readonly numbers: NdArray;
  readonly large: ReadonlyMap<number, bigint | TooLarge>;
  readonly name: string;
  readonly options: OpenOptions;
  readonly task: Task;
}

async function dataOf(value: JsonValue, read: Read): Promise<Data> {
  const all = read.numbers.data as Float64Array;
  const { large } = read;
  const element: ElementAt = (place) => (large.size === 0 ? undefined : large.get(place)) ?? (all[place] as number);
  const meaning = meaningOf(value, element);
  switch (meaning.kind) {
    case "array": {
      const { array, sentences } = arrayOf(meaning.numbers, read.numbers, read.large);
      return { kind: "array", format: "json", array, sentences, release: () => free(array) };
    }
    case "table":
      return tableOf(meaning.table, read);
    case "members":
      return memberOf((value as JsonObject).members, meaning, read);
    case "ragged":
      throw new ValueError(raggedSentence(meaning.rows));
    case "none":
      throw new UnsupportedError(`${read.name} holds neither an array nor a table: ${meaning.why}.`);
  }
}

async function tableOf({ columns, rows }: CellTable, { options, task }: Read): Promise<Data> {
  const chosen = chooseCells(columns, rows, options);
  const { table, sentences } = await tableFromColumns(chosen, {
    rules: labelRules(options.missing ?? usualMissing, options.dates),
    rowName: (row) => `record ${chosen.firstRow + row + 1}`,
    step: (done, total) => task.step(total + done, 2 * total),
  });
  return { kind: "table", format: "json", table, text: null, sentences, release: () => table.free() };
}

/** The member that was asked for, or the only one that holds data; else the choice. */
async function memberOf(
  members: ReadonlyMap<string, JsonValue>,
  { names, passedOver }: Meaning & { kind: "members" },
  read: Read,
): Promise<Data> {
  const { array: wanted, ...options } = read.options;
  const chosen = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined) {
    return {
      kind: "choice",
      format: "json",
      of: "array",
      choices: names.map((name) => choiceOf(name, members.get(name), read)),
    };
  }
  const member = members.get(chosen);
  if (member === undefined) throw new IndexError(`${read.name} has no member "${chosen}": it has ${names.join(", ")}.`);
  const data = await dataOf(member, { ...read, options });
  if (data.kind === "choice" || passedOver.length === 0) return data;
  const sentence = `This is the member "${chosen}"; ${passedOver.join(", ")} ${passedOver.length === 1 ? "was" : "were"} passed over.`;
  return { ...data, sentences: [...data.sentences, sentence] };
}

function choiceOf(name: string, value: JsonValue | undefined, { large }: Read): Choice {
  if (value === undefined || isCell(value) || value.kind === "object") return { name };
  if (value.kind === "numbers") return { name, dtype: jsonDtype(value, large), shape: value.shape };
  return { name, shape: value.kind === "records" ? [value.rows, value.columns.length] : [value.items.length] };
}

async function readText(source: ByteSource, options: OpenOptions, task: Task): Promise<Uint8Array> {
  checkSize(source.name, source.size);
  const sample = await source.read(0, Math.min(SAMPLE_BYTES, source.size));
  const { plain, encoding, markLength } = sniffEncoding(sample, sample.length === source.size, options.encoding);
  if (plain) return readAll(source, markLength, task);
  const text = await transcoded(source, encoding, markLength, task);
  try {
    return await readAll(text, 0, task);
  } finally {
    text.close();
  }
}

async function readAll(source: ByteSource, start: number, task: Task): Promise<Uint8Array> {
  checkSize(source.name, source.size);
  const bytes = new Uint8Array(source.size - start);
  let at = 0;
  for await (const block of blocksOf(source, start)) {
    bytes.set(block, at);
    at += block.length;
    await task.step(at, 4 * bytes.length);
  }
  return bytes;
}

function checkSize(name: string, size: number): void {
  if (size <= MAX_BYTES) return;
  const gigabytes = (size / 1e9).toFixed(1);
  throw new CapacityError(
    `${name} has ${gigabytes} GB, and JSON is read up to 1 GB. Save it as CSV, .npy or Parquet.`,
    size,
    MAX_BYTES,
  );
}

/** About as many numbers as there are commas, by the start of the file. */
function expectedNumbers(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let commas = 0;
  for (const byte of sample) if (byte === COMMA) commas++;
  return Math.ceil((commas / Math.max(1, sample.length)) * bytes.length * 1.1) + 64;
}

/** NumPy's words for lists that have not one shape; the lengths on which they agree. */
function raggedSentence(rows: readonly Numbers[]): string {
  const shape = [rows.length];
  const [first] = rows;
  for (const [k, length] of (first?.shape ?? []).entries()) {
    if (!rows.every((row) => row.shape[k] === length)) break;
    shape.push(length);
  }
  return `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${shape.length} dimensions. The detected shape was ${shapeText(shape).replaceAll(",", ", ").replace(", )", ",)")} + inhomogeneous part.`;
}
