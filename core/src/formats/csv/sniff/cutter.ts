import type { CutRecords } from "../cut-records.ts";
import type { Dialect } from "../dialect.ts";
import { KernelCutter } from "../kernel-cutter.ts";
import { cutRecords } from "../record-cutter.ts";

/** Records of a file that decisions are made from. */
export const sampledRecords = 1000;

/** How a sample ends: where the file does; in a record that is left out; in a long row, whose first cells are kept. */
export type SampleEnd = "file" | "record" | "row";

/** Bytes of a sample from which on the kernel is worth its memory. */
const worthKernel = 1 << 14;

/** Cuts a sample into records; the same way twice only once, for a wide file's sample is millions of bytes. */
export class Cutter {
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #end: SampleEnd;
  readonly #kernel: KernelCutter | null;
  #last: { readonly dialect: Dialect; readonly limit: number; readonly records: CutRecords } | null = null;

  /** @param from where text starts */
  constructor(bytes: Uint8Array, from: number, end: SampleEnd) {
    this.#bytes = bytes;
    this.#from = from;
    this.#end = end;
    this.#kernel = bytes.length < worthKernel ? null : new KernelCutter(bytes, sampledRecords);
  }

  /** The first records, `limit` at most. They are there until the next cut. */
  cut(dialect: Dialect, limit: number): CutRecords {
    const last = this.#last;
    if (last !== null && last.limit === limit && isSameCut(last.dialect, dialect)) {
      if (last.dialect.dropEmptyRows === dialect.dropEmptyRows || !last.records.dropped) return last.records;
    }
    const final = this.#end !== "record";
    const all =
      this.#kernel?.cut(this.#from, dialect, limit, final) ?? cutRecords(this.#bytes, this.#from, dialect, limit, final);
    const records = this.#end === "row" ? all.withoutLastCell() : all;
    this.#last = { dialect, limit, records };
    return records;
  }

  release(): void {
    this.#kernel?.release();
  }
}

function isSameCut(one: Dialect, other: Dialect): boolean {
  return (
    one.delimiter === other.delimiter &&
    one.point === other.point &&
    one.quote === other.quote &&
    one.comment === other.comment &&
    one.trimStart === other.trimStart
  );
}
