import type { Table } from "../../table/table.ts";
import type { ByteSource } from "../byte-source.ts";
import { buildTable } from "./build.ts";
import { foretell } from "./foretell.ts";
import type { CsvOptions } from "./options.ts";
import { type Known, Reconsider } from "./reconsider.ts";
import { rowPart } from "./row-part.ts";
import { sampleOf } from "./sample-of.ts";
import { type CsvSource, openSource } from "./source.ts";
import { Task } from "./task.ts";

/**
 * Reads a CSV file into a table: typed columns, the numbers in one block of engine memory, the text as labels.
 *
 * What is not said in `options` is decided from the file. Malformed input never stops the reading: the receipt tells what was
 * found and decided. A stream is kept in engine memory while it is read; bytes and a `ByteSource` are read again where needed.
 * The source is not closed.
 *
 * @returns a table whose memory the caller gives back with `free()`.
 * @throws {FormatError} the source is empty, or is no text; or malformed, where `options.strict` does not allow it.
 * @throws {ValueError} `options` names a column that is not there.
 * @throws {CapacityError} the table needs more memory than there is.
 * @throws {CancelledError} `options.control` said so. Nothing is held then.
 */
export async function readCsv(source: CsvSource, options: CsvOptions = {}): Promise<Table> {
  const task = new Task(options.control);
  const opened = await openSource(source, options, task);
  try {
    const { table } = await readOpened(opened, { ...options, name: opened.name }, task);
    return table;
  } finally {
    opened.close();
  }
}

/** A table with the text that its row offsets count in: the file itself, or what reads it as UTF-8. */
export interface CsvFile {
  readonly table: Table;
  /** Reads from the source, which stays open as long as the text is wanted. */
  readonly text: ByteSource;
}

/** As `readCsv`, of a file that can be read again, with its text. */
export async function readCsvFile(source: ByteSource, options: CsvOptions = {}): Promise<CsvFile> {
  return readOpened(source, { ...options, name: source.name }, new Task(options.control));
}

/** Reads again where the whole file shows what the sample could not. */
async function readOpened(source: ByteSource, options: CsvOptions, task: Task, known: Known = {}): Promise<CsvFile> {
  try {
    return await readOnce(source, options, known, task);
  } catch (error) {
    if (!(error instanceof Reconsider)) throw error;
    return readOpened(source, options, task, { ...known, ...error.known });
  }
}

async function readOnce(source: ByteSource, options: CsvOptions, known: Known, task: Task): Promise<CsvFile> {
  const { text, guess, sniffed } = await sampleOf(source, options, known, task);
  const part = await rowPart(text, sniffed, options, task);
  await foretell(part.source, part.sniffed, options.memory);
  const table = await buildTable(part.source, part.sniffed, guess, task, options.strict);
  return { table, text };
}
