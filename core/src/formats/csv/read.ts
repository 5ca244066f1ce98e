import { FormatError } from "../../errors.ts";
import type { Table } from "../../table/table.ts";
import type { ByteSource } from "../byte-source.ts";
import { buildTable } from "./build.ts";
import { carriageReturn, lineFeed } from "./dialect.ts";
import type { CsvOptions } from "./options.ts";
import { Reconsider } from "./reconsider.ts";
import { sniffEncoding } from "./sniff/encoding.ts";
import { sniff } from "./sniff/index.ts";
import { binaryKind } from "./sniff/signature.ts";
import { type CsvSource, openSource } from "./source.ts";
import { Task } from "./task.ts";
import { transcoded } from "./transcode.ts";

/** What decisions about the whole file are made from, in bytes. */
const usualSample = 1 << 18;
/** More is read where so much does not hold a few whole records. */
const largestSample = 1 << 26;
const fewRecords = 2;

/**
 * Reads a CSV file into a table: typed columns, the numbers in one block of engine memory, the text as labels.
 *
 * What is not said in `options` is decided from the file. Malformed input never stops the reading: the receipt tells what was
 * found and decided. A stream is kept in engine memory while it is read; bytes and a `ByteSource` are read again where needed.
 * The source is not closed.
 *
 * @returns a table whose memory the caller gives back with `free()`.
 * @throws {FormatError} the source is empty, or is no text.
 * @throws {CapacityError} the table needs more memory than there is.
 * @throws {CancelledError} `options.control` said so. Nothing is held then.
 */
export async function readCsv(source: CsvSource, options: CsvOptions = {}): Promise<Table> {
  const task = new Task(options.control);
  const opened = await openSource(source, options, task);
  try {
    return await readOpened(opened, { ...options, name: opened.name }, task);
  } finally {
    opened.close();
  }
}

/** Reads again where the whole file shows what the sample could not. */
async function readOpened(source: ByteSource, options: CsvOptions, task: Task): Promise<Table> {
  try {
    return await readOnce(source, options, undefined, task);
  } catch (error) {
    if (!(error instanceof Reconsider)) throw error;
    return readOnce(source, { ...options, encoding: error.encoding }, error.message, task);
  }
}

async function readOnce(source: ByteSource, options: CsvOptions, why: string | undefined, task: Task): Promise<Table> {
  if (source.size === 0) throw new FormatError(`${source.name} is empty: it has no bytes. Choose a file with rows of data.`);
  const sample = await readSample(source);
  const whole = sample.length === source.size;
  const guess = sniffEncoding(sample, whole, options.encoding, why);
  const kind = guess.encoding.startsWith("utf-16") ? null : binaryKind(sample);
  if (kind !== null) {
    const message = `${source.name} is not a table: it looks like ${kind}. Choose a text file with rows of data.`;
    throw new FormatError(message, { byte: 0 });
  }
  if (guess.plain) return buildTable(source, sniff(sample, guess.markLength, whole, options), guess, task);
  const text = await transcoded(source, guess.encoding, guess.markLength, task);
  try {
    if (text.size === 0) throw new FormatError(`${source.name} is empty: it has no text. Choose a file with rows of data.`);
    const start = await readSample(text);
    return await buildTable(text, sniff(start, 0, start.length === text.size, options), guess, task);
  } finally {
    text.close();
  }
}

async function readSample(source: ByteSource): Promise<Uint8Array> {
  for (let size = usualSample; ; size *= 4) {
    const sample = await source.read(0, Math.min(size, source.size));
    if (sample.length === source.size || size >= largestSample || holdsLines(sample)) return sample;
  }
}

function holdsLines(bytes: Uint8Array): boolean {
  let lines = 0;
  for (let at = -1; lines < fewRecords; lines++) {
    at = Math.max(bytes.indexOf(lineFeed, at + 1), bytes.indexOf(carriageReturn, at + 1));
    if (at < 0) return false;
  }
  return true;
}
