import type { ByteSource } from "../formats/byte-source.ts";
import type { CutRecords } from "../formats/csv/cut-records.ts";
import { cutRecords } from "../formats/csv/record-cutter.ts";
import { offsetStep } from "../formats/csv/scanner.ts";
import type { Table } from "../table/table.ts";

/** What is read at least; a row that it does not hold is looked for in four times as much. */
const FIRST_READ = 1 << 18;
/** Rows whose text lies farther behind the nearest row offset keep to their numbers: finding them would take too long. */
const FARTHEST = 1 << 26;
/** Of what is kept: cells, of ten bytes each, and the bytes of the text. */
const KEPT = { cells: 1 << 21, bytes: 1 << 24 };

/** The first records of a block of rows: their bytes, and where the cells are in them. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly records: CutRecords;
}

/**
 * The records between two row offsets of a table, read again from its file and cut into cells. The block that was looked at last
 * is kept: a very wide row is asked for span by span.
 */
export class RowBlocks {
  readonly #table: Table;
  readonly #text: ByteSource;
  #last: { readonly number: number; readonly isWhole: boolean; readonly block: Block } | null = null;

  constructor(table: Table, text: ByteSource) {
    this.#table = table;
    this.#text = text;
  }

  /**
   * At least so many records from the block's first on, unless it is too long to look through.
   *
   * @throws {AccessError} the file cannot be read any more.
   */
  async read(number: number, count: number): Promise<Block> {
    const last = this.#last;
    if (last?.number === number && (last.isWhole || last.block.records.count >= count)) return last.block;
    const { rowOffsets, dialect } = this.#table;
    const start = rowOffsets[number] ?? 0;
    const end = rowOffsets[number + 1] ?? start;
    const isLast = number + 2 >= rowOffsets.length;
    // Rows of one length would be there at the first attempt.
    const foreseen = Math.ceil((1.25 * (end - start) * count) / offsetStep);
    for (let size = Math.max(FIRST_READ, foreseen); ; size *= 4) {
      const stop = Math.min(end, start + Math.min(size, FARTHEST));
      const bytes = await this.#text.read(start, stop);
      const records = cutRecords(bytes, 0, dialect, offsetStep, stop === end && isLast);
      if (records.count < count && stop < end && size < FARTHEST) continue;
      const block = { bytes, records };
      const isKept = records.cells <= KEPT.cells && bytes.length <= KEPT.bytes;
      this.#last = isKept ? { number, isWhole: stop === end || size >= FARTHEST, block } : null;
      return block;
    }
  }
}
