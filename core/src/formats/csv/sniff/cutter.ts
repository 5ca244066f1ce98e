import type { CutRecords } from "../cut-records.ts";
import type { Dialect } from "../dialect.ts";
import { KernelCutter } from "../kernel-cutter.ts";
import { cutRecords } from "../record-cutter.ts";

/** Records of a file that decisions are made from. */
export const sampledRecords = 1000;

/** Bytes of a sample from which on the kernel is worth its memory. */
const worthKernel = 1 << 14;

/** Cuts a sample into records; the same way twice only once, for a wide file's sample is millions of bytes. */
export class Cutter {
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #whole: boolean;
  readonly #kernel: KernelCutter | null;
  #last: { readonly dialect: Dialect; readonly limit: number; readonly records: CutRecords } | null = null;

  /** @param from where text starts @param whole the sample is the whole file */
  constructor(bytes: Uint8Array, from: number, whole: boolean) {
    this.#bytes = bytes;
    this.#from = from;
    this.#whole = whole;
    this.#kernel = bytes.length < worthKernel ? null : new KernelCutter(bytes, sampledRecords);
  }

  /** The first records, `limit` at most. They are there until the next cut. */
  cut(dialect: Dialect, limit: number): CutRecords {
    const last = this.#last;
    if (last !== null && last.limit === limit && isSameCut(last.dialect, dialect)) {
      if (last.dialect.dropEmptyRows === dialect.dropEmptyRows || !last.records.dropped) return last.records;
    }
    const records =
      this.#kernel?.cut(this.#from, dialect, limit, this.#whole) ??
      cutRecords(this.#bytes, this.#from, dialect, limit, this.#whole);
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
