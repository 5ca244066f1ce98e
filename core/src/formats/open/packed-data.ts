import { FormatError, IndexError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { Task } from "../csv/task.ts";
import { Gunzip } from "../gzip/gunzip.ts";
import type { ZipEntry } from "../npz/zip-directory.ts";
import { zipEntryBytes } from "../npz/zip-entry.ts";
import { openArchive } from "../zip/archive.ts";
import type { Data } from "./data.ts";
import type { OpenOptions } from "./options.ts";
import { checkSize, type Packed, unpack } from "./unpack.ts";

/** Opens what was unpacked. */
type Next = (inner: ByteSource, options: OpenOptions) => Promise<Data>;

/** What a gzip file holds. */
export async function openGzip(source: ByteSource, options: OpenOptions, next: Next): Promise<Data> {
  const gunzip = new Gunzip(source);
  const packed = { name: source.name, packedSize: source.size, blocks: gunzip.blocks(), position: () => gunzip.position };
  return openPacked(packed, options, next);
}

/** The file of a ZIP archive that is asked for, or the only one; else all their names. */
export async function openZip(source: ByteSource, options: OpenOptions, next: Next): Promise<Data> {
  const { entries } = await openArchive(source);
  const { entry: wanted, ...rest } = options;
  const byArray = wanted === undefined && entries.length > 1 && rest.array !== undefined;
  const name = wanted ?? (byArray ? rest.array : entries.length === 1 ? entries[0]?.name : undefined);
  if (name === undefined) {
    return { kind: "choice", format: "zip", of: "entry", choices: entries.map((entry) => ({ name: entry.name })) };
  }
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new IndexError(`${source.name} holds no file named "${name}".`);
  const { array: _, ...withoutArray } = rest;
  return openEntry(source, entry, byArray ? withoutArray : rest, next);
}

async function openEntry(source: ByteSource, entry: ZipEntry, options: OpenOptions, next: Next): Promise<Data> {
  const name = `${entry.name} in ${source.name}`;
  checkSize(name, entry.size, entry.compressedSize);
  let position = 0;
  // The blocks come unpacked: what they were packed in is told by their share of the size that the directory claims.
  const blocks = counting(zipEntryBytes(source, entry), (bytes) => {
    position += (bytes / Math.max(1, entry.size)) * entry.compressedSize;
  });
  return openPacked({ name, packedSize: entry.compressedSize, blocks, position: () => position }, options, next);
}

async function openPacked(packed: Packed, options: OpenOptions, next: Next): Promise<Data> {
  const spool = await unpack(packed, new Task(options.control));
  let data: Data | undefined;
  try {
    data = await next(spool, options);
  } finally {
    // Only a table whose rows are text goes on reading it.
    if (!(data?.kind === "table" && data.text !== null)) spool.close();
  }
  if (data.kind !== "table" || data.text === null) return data;
  const { release } = data;
  return {
    ...data,
    release: () => {
      release();
      spool.close();
    },
  };
}

/** Refuses archives in archives in archives. */
export function tooDeep({ name }: ByteSource): FormatError {
  return new FormatError(`${name} is an archive inside of too many others. Unpack them first.`, { byte: 0 });
}

async function* counting(blocks: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    count(block.length);
    yield block;
  }
}
