import { empty, free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { InternalError } from "../../errors.ts";
import { memoryOf } from "../../memory/engine-memory.ts";
import { type TableKernels, tableKernels } from "../../memory/kernel-instance.ts";
import { CutRecords, recordWords } from "./cut-records.ts";
import type { Dialect } from "./dialect.ts";
import { cutRecords } from "./record-cutter.ts";

/** The kernel loads whole vectors around a cell. */
const padding = 64;
/** The job: what is asked, in the order of `cut`, and three words of answer. core/kernels/csv/cut.ts names the same ones. */
const jobWords = 32;
const answer = { count: 16, cells: 17, dropped: 18 } as const;

/** Where the parts of the block are that a cutter works in, in bytes. */
interface Places {
  readonly job: number;
  readonly bytes: number;
  readonly records: number;
  readonly spans: number;
  readonly numbers: number;
  readonly end: number;
}

/**
 * Cuts bytes as `cutRecords` does, by the kernel, in any number of ways. For a sample: what is cut once is cut before anything is
 * compiled, and a file's first rows may be megabytes.
 */
export class KernelCutter {
  readonly #bytes: Uint8Array;
  readonly #limit: number;
  /** Cells that there is room for: with more of a few bytes each, the bytes are cut without the kernel. */
  readonly #room: number;
  readonly #places: Places;
  readonly #block: NdArray;
  readonly #held: Uint8Array;
  readonly #kernels: TableKernels;

  /**
   * @param limit the most records that are asked for
   * @throws {CapacityError} the memory cannot be had.
   */
  constructor(bytes: Uint8Array, limit: number) {
    this.#bytes = bytes;
    this.#limit = limit;
    this.#room = Math.min(bytes.length + 1, Math.max(1 << 20, bytes.length >> 2));
    this.#places = placesFor(bytes.length, limit, this.#room);
    this.#block = empty([this.#places.end], "uint8");
    this.#held = this.#block.data as Uint8Array;
    const memory = memoryOf(this.#held);
    if (memory === undefined) throw new InternalError("A sample was to be cut outside engine memory.");
    this.#kernels = tableKernels.over(memory);
    this.#held.set(bytes, this.#places.bytes);
  }

  /** As `cutRecords` of the same bytes. What is given lies in this cutter's memory: the next cut writes over it. */
  cut(from: number, dialect: Dialect, limit: number, final: boolean): CutRecords {
    const { buffer, byteOffset } = this.#held;
    const { job, bytes, records, spans, numbers } = this.#places;
    const words = new Uint32Array(buffer, byteOffset + job, jobWords);
    const { delimiter, quote, comment, point, trimStart, dropEmptyRows } = dialect;
    const most = Math.min(limit, this.#limit);
    words.set([byteOffset + bytes, this.#bytes.length, from, most, Number(final), delimiter, quote, comment, point]);
    words.set([Number(trimStart), Number(dropEmptyRows)], 9);
    words.set([byteOffset + records, byteOffset + spans, byteOffset + numbers, this.#room], 11);
    if (!this.#kernels.cutSample(words.byteOffset)) return cutRecords(this.#bytes, from, dialect, most, final);
    const count = words[answer.count] as number;
    const cells = words[answer.cells] as number;
    return new CutRecords(
      new Int32Array(buffer, byteOffset + records, recordWords * count),
      count,
      new Int32Array(buffer, byteOffset + spans, 2 * cells),
      cells,
      new Uint8Array(buffer, byteOffset + numbers, cells),
      words[answer.dropped] !== 0,
    );
  }

  release(): void {
    free(this.#block);
  }
}

function placesFor(bytes: number, limit: number, room: number): Places {
  let end = 0;
  const place = (length: number): number => {
    const at = end;
    end += Math.ceil(length / padding) * padding;
    return at;
  };
  return {
    job: place(4 * jobWords + padding),
    bytes: place(bytes + padding),
    records: place(4 * recordWords * Math.min(limit, bytes + 1)),
    spans: place(8 * room),
    numbers: place(room),
    end,
  };
}
