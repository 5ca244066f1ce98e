import { CapacityError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Task } from "../csv/task.ts";
import { crc32 } from "../npz/crc32.ts";
import type { ZipEntry } from "../npz/zip-directory.ts";
import { zipEntryBytes } from "../npz/zip-entry.ts";
import { type ZipFile, zipBlocks } from "../npz/zip-write.ts";

/** The most that the parts of a workbook may unpack to, in bytes: one alone becomes a string, which has an end at 512 MiB. */
const MAX_PART = 2 ** 28;
const MAX_TOTAL = 2 ** 30;

/** Parts that say nothing about cells: pictures, charts, comments, the printer's wishes. */
const UNUSED =
  /\/(?:media|drawings|charts|embeddings|printerSettings|theme|comments\d*|threadedComments|persons|pivot\w*|slicer\w*|ctrlProps|externalLinks|customXml)(?:\/|\.)|^docProps\//i;

/**
 * The parts of a workbook that its cells need, as an archive of stored files. They are unpacked here, where what really comes
 * out is counted and checksummed, so that the library that reads the cells never unpacks anything.
 *
 * @param cells with the cells; without, only what names the sheets
 * @throws {FormatError} a part is damaged; with the byte.
 * @throws {CapacityError} it unpacks to more than is taken.
 */
export async function workbookBytes(
  source: ByteSource,
  entries: readonly ZipEntry[],
  cells: boolean,
  task: Task,
): Promise<Uint8Array> {
  const wanted = entries.filter(({ name }) => !UNUSED.test(name) && !name.endsWith("/") && (cells || !holdsCells(name)));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  const files: ZipFile[] = [];
  let done = 0;
  for (const entry of wanted) {
    if (entry.size > MAX_PART || total > MAX_TOTAL) {
      const size = Math.max(entry.size, total);
      throw new CapacityError(
        `${source.name} unpacks to ${(size / 1e9).toFixed(1)} GB. Save the sheet as CSV.`,
        size,
        MAX_PART,
      );
    }
    files.push(await unpacked(source, entry));
    done += entry.size;
    await task.step(done, 2 * total);
  }
  const blocks = [...zipBlocks(files)];
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

function holdsCells(name: string): boolean {
  return /\/(?:worksheets\/|sharedStrings\.|styles\.)/i.test(name);
}

async function unpacked(source: ByteSource, entry: ZipEntry): Promise<ZipFile> {
  const content = new Uint8Array(entry.size);
  let at = 0;
  for await (const block of zipEntryBytes(source, entry)) {
    content.set(block, at);
    at += block.length;
  }
  return { name: entry.name, size: entry.size, crc: crc32(content), blocks: () => [content] };
}
