import { ValueError } from "../../../errors.ts";
import type { Table } from "../../../table/table.ts";
import type { ByteSource } from "../../byte-source.ts";
import type { Task } from "../task.ts";
import { isTranscoded } from "../transcode.ts";
import { encoderOf, utf8Length } from "./encode.ts";
import { type BytePatch, patchedBlocks } from "./patched.ts";
import { type NewCells, patchesOf, type TextPatch } from "./patches.ts";

/** A CSV file as it is to be, in its own dialect and encoding. */
export interface OwnCsv {
  /**
   * Reading them throws.
   *
   * @throws {FormatError} the file is not the one that was read.
   * @throws {ValueError} a text cannot be written in the file's dialect or encoding.
   */
  readonly blocks: AsyncIterable<Uint8Array>;
  /** What `table.rowOffsets` are to be once the file is this one. The blocks have been read to their end. */
  rowOffsets(): Float64Array;
}

/** A CSV file that was read: its bytes, and its text, which `table.rowOffsets` count in. */
export interface ReadCsv {
  readonly source: ByteSource;
  readonly text: ByteSource;
  readonly table: Table;
}

/**
 * The file with other texts in some cells, written while it is read: what stands around them is copied from the file byte for
 * byte, and a million of them take no more memory than one.
 */
export function ownCsv({ source, text, table }: ReadCsv, cells: NewCells, task: Task): OwnCsv {
  const offsets = new ShiftedOffsets(table.rowOffsets);
  const patches = bytePatches(text, table, cells, offsets);
  return { blocks: patchedBlocks(source, patches, task), rowOffsets: () => offsets.whole() };
}

async function* bytePatches(
  text: ByteSource,
  table: Table,
  cells: NewCells,
  offsets: ShiftedOffsets,
): AsyncGenerator<BytePatch[]> {
  const encoding = table.receipt.encoding.value;
  const encode = encoderOf(encoding);
  for await (const patches of patchesOf(table, text, cells)) {
    const ends = patches.flatMap(({ start, end }) => [start, end]);
    const places = isTranscoded(text) ? await text.placesInFile(ends) : ends;
    yield patches.map((patch, k) => {
      const bytes = encode(patch.text);
      if (bytes === null) throw new ValueError(`“${patch.text}” cannot be written in ${encoding}. Save as UTF-8 instead.`);
      offsets.pass(patch);
      return { start: places[2 * k] ?? 0, end: places[2 * k + 1] ?? 0, bytes };
    });
  }
}

/** Row offsets, which count bytes of UTF-8, as they are when the patches are in. */
class ShiftedOffsets {
  readonly #offsets: Float64Array;
  #next = 0;
  #shift = 0;

  constructor(offsets: Float64Array) {
    this.#offsets = offsets.slice();
  }

  /** Patches come in order. */
  pass({ start, end, text }: TextPatch): void {
    this.#shiftUpTo(start);
    this.#shift += utf8Length(text) - (end - start);
  }

  whole(): Float64Array {
    this.#shiftUpTo(Number.POSITIVE_INFINITY);
    return this.#offsets;
  }

  #shiftUpTo(position: number): void {
    const offsets = this.#offsets;
    while (this.#next < offsets.length && (offsets[this.#next] as number) <= position)
      offsets[this.#next] = (offsets[this.#next++] as number) + this.#shift;
  }
}
