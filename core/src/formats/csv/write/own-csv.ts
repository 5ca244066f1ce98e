import { ValueError } from "../../../errors.ts";
import type { Table } from "../../../table/table.ts";
import type { ByteSource } from "../../byte-source.ts";
import type { Task } from "../task.ts";
import { isTranscoded } from "../transcode.ts";
import { encoderOf } from "./encode.ts";
import { type BytePatch, patchedBlocks } from "./patched.ts";
import { type NewCell, patchesOf, type TextPatch } from "./patches.ts";

/** A CSV file as it is to be, in its own dialect and encoding. */
export interface OwnCsv {
  readonly blocks: AsyncIterable<Uint8Array>;
  /** What the cells given had before, in their order. */
  readonly replaced: readonly string[];
  /** What `table.rowOffsets` are to be once the file is this one. */
  readonly rowOffsets: Float64Array;
}

/** A CSV file that was read: its bytes, and its text, which `table.rowOffsets` count in. */
export interface ReadCsv {
  readonly source: ByteSource;
  readonly text: ByteSource;
  readonly table: Table;
}

/**
 * The file with other texts in some cells: what stands around them is copied from the file byte for byte.
 *
 * @throws {FormatError} the file is not the one that was read.
 * @throws {ValueError} a text cannot be written in the file's dialect or encoding.
 */
export async function ownCsv({ source, text, table }: ReadCsv, cells: readonly NewCell[], task: Task): Promise<OwnCsv> {
  const { patches, replaced } = await patchesOf(table, text, cells, task);
  const inFile = await bytePatches(text, patches, table.receipt.encoding.value);
  return { blocks: patchedBlocks(source, inFile), replaced, rowOffsets: shifted(table.rowOffsets, patches) };
}

async function bytePatches(text: ByteSource, patches: readonly TextPatch[], encoding: string): Promise<BytePatch[]> {
  const encode = encoderOf(encoding);
  const ends = patches.flatMap(({ start, end }) => [start, end]);
  const places = isTranscoded(text) ? await text.placesInFile(ends) : ends;
  return patches.map((patch, k) => {
    const bytes = encode(patch.text);
    if (bytes === null) throw new ValueError(`“${patch.text}” cannot be written in ${encoding}. Save as UTF-8 instead.`);
    return { start: places[2 * k] ?? 0, end: places[2 * k + 1] ?? 0, bytes };
  });
}

/** The row offsets, which count bytes of UTF-8, as they are when the patches are in. */
function shifted(offsets: Float64Array, patches: readonly TextPatch[]): Float64Array {
  const encoder = new TextEncoder();
  let next = 0;
  let shift = 0;
  return offsets.map((offset) => {
    for (let patch = patches[next]; patch !== undefined && patch.start < offset; patch = patches[++next]) {
      shift += encoder.encode(patch.text).length - (patch.end - patch.start);
    }
    return offset + shift;
  });
}
