import { CapacityError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Task } from "../csv/task.ts";
import { crc32 } from "../npz/crc32.ts";
import type { ZipEntry } from "../npz/zip-directory.ts";
import { zipEntryBytes } from "../npz/zip-entry.ts";
import { type ZipFile, zipBlocks } from "../npz/zip-write.ts";
import { rowsHead, stringsHead } from "./part-head.ts";

const encoder = new TextEncoder();

/** The most that the parts of a workbook may unpack to, in bytes: one alone becomes a string, which has an end at 512 MiB. */
const MAX_PART = 2 ** 28;
const MAX_TOTAL = 2 ** 30;

/** Parts that say nothing about cells: pictures, charts, comments, the printer's wishes. */
const UNUSED =
  /\/(?:media|drawings|charts|embeddings|printerSettings|theme|comments\d*|threadedComments|persons|pivot\w*|slicer\w*|ctrlProps|externalLinks|customXml)(?:\/|\.)|^docProps\//i;

/** What is taken of a larger part where only its start is wanted, in bytes. */
const START_BYTES = 1 << 20;
const STRINGS = /\/sharedStrings\./i;
const SHEETS = /\/worksheets\/[^/]+$/i;

/** A part of a workbook, unpacked. */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** How much of a workbook is wanted: what names its sheets, the first rows of each as well, or all. */
export type Extent = "names" | "start" | "all";

/**
 * The parts of a workbook that its cells need. They are unpacked here, where what really comes
 * out is counted and checksummed, so that the library that reads the cells never unpacks anything.
 *
 * @throws {FormatError} a part is damaged; with the byte.
 * @throws {CapacityError} it unpacks to more than is taken.
 */
export async function workbookParts(
  source: ByteSource,
  entries: readonly ZipEntry[],
  extent: Extent,
  task: Task,
): Promise<Part[]> {
  const wanted = entries.filter(
    ({ name }) => !UNUSED.test(name) && !name.endsWith("/") && (extent !== "names" || !holdsCells(name)),
  );
  const isCut = ({ name, size }: ZipEntry): boolean =>
    extent === "start" && size > START_BYTES && (STRINGS.test(name) || SHEETS.test(name));
  const whole = wanted.filter((entry) => !isCut(entry));
  const total = whole.reduce((sum, { size }) => sum + size, 0);
  const files: Part[] = [];
  let done = 0;
  // What names the sheets is small: with it nothing has begun yet that is worth telling.
  const step = async (bytes: number): Promise<void> => (extent === "names" ? task.check() : task.step(done + bytes, 4 * total));
  for (const entry of whole) {
    if (entry.size > MAX_PART || total > MAX_TOTAL) {
      const size = Math.max(entry.size, total);
      throw new CapacityError(
        `${source.name} unpacks to ${(size / 1e9).toFixed(1)} GB. Save the sheet as CSV.`,
        size,
        MAX_PART,
      );
    }
    files.push(await unpacked(source, entry, step));
    done += entry.size;
  }
  files.push(...(await starts(source, wanted.filter(isCut))));
  return files;
}

/** Parts as an archive of stored files. */
export function packed(parts: readonly Part[]): Uint8Array {
  const files = parts.map(({ name, content }): ZipFile => {
    return { name, size: content.length, crc: crc32(content), blocks: () => [content] };
  });
  const blocks = [...zipBlocks(files)];
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

/** It holds the cells of a worksheet. */
export function isSheet(name: string): boolean {
  return SHEETS.test(name);
}

/** It holds the formats in which cells show. */
export function isStyles(name: string): boolean {
  return /\/styles\.xml$/i.test(name);
}

function holdsCells(name: string): boolean {
  return /\/(?:worksheets\/|sharedStrings\.|styles\.)/i.test(name);
}

async function unpacked(source: ByteSource, entry: ZipEntry, step: (bytes: number) => Promise<void>): Promise<Part> {
  const content = new Uint8Array(entry.size);
  let at = 0;
  for await (const block of zipEntryBytes(source, entry)) {
    content.set(block, at);
    at += block.length;
    await step(at);
  }
  return { name: entry.name, content };
}

/** Large parts, cut off behind the last row that is whole and whose texts are there. */
async function starts(source: ByteSource, entries: readonly ZipEntry[]): Promise<Part[]> {
  const files: Part[] = [];
  let strings = Infinity;
  for (const entry of entries.filter(({ name }) => STRINGS.test(name))) {
    const head = stringsHead(await startOf(source, entry));
    strings = head?.count ?? 0;
    if (head !== null) files.push({ name: entry.name, content: encoder.encode(head.xml) });
  }
  for (const entry of entries.filter(({ name }) => !STRINGS.test(name))) {
    const head = rowsHead(await startOf(source, entry), strings);
    files.push({ name: entry.name, content: encoder.encode(head?.xml ?? "<worksheet><sheetData/></worksheet>") });
  }
  return files;
}

async function startOf(source: ByteSource, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const block of zipEntryBytes(source, entry)) {
    // A copy: the browser's decoder refuses bytes in shared memory.
    text += decoder.decode(block.slice(), { stream: true });
    size += block.length;
    if (size >= START_BYTES) break;
  }
  return text;
}
