import { type ByteSource, partOf } from "../byte-source.ts";
import type { CsvOptions } from "./options.ts";
import { Spool } from "./spool.ts";
import type { Task } from "./task.ts";

/** What a CSV can be read from: bytes, a file that can be read again, or a stream, whose bytes are kept while it is read. */
export type CsvSource = Uint8Array | ByteSource | AsyncIterable<Uint8Array>;

/** The source as bytes that can be read again, and what to close when they have been. */
export async function openSource(source: CsvSource, options: CsvOptions, task: Task): Promise<ByteSource> {
  const name = options.name ?? "The file";
  if (source instanceof Uint8Array) {
    const read = async (start: number, end: number): Promise<Uint8Array> => source.subarray(start, end);
    return { name, size: source.length, read, close() {} };
  }
  if ("read" in source) return partOf(source, source.size);
  const spool = new Spool(name);
  try {
    await spool.fill(source, task, 2 * (options.size ?? 0));
  } catch (error) {
    spool.close();
    throw error;
  }
  return spool;
}
