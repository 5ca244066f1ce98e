import { empty, free } from "../../array/empty.ts";
import { NdArray } from "../../array/ndarray.ts";
import { rowMajorStrides } from "../../array/strides.ts";
import { FormatError } from "../../errors.ts";
import type { NpyHeader } from "./header.ts";
import { mendElements } from "./mend.ts";
import { columnMajorStrides } from "./order.ts";

/** An array in engine memory while its bytes come in, in the order in which they lie in the file. */
export class NpyFill {
  readonly #header: NpyHeader;
  readonly #shape: readonly number[];
  readonly #block: NdArray;
  readonly #bytes: Uint8Array;
  readonly #fileByte: (position: number) => number;
  #filled = 0;
  #mended = 0;

  /**
   * @param shape the header's, or that of a part of the array.
   * @param fileByte where the byte at a position of the array stands in the file, for messages.
   * @throws {CapacityError} the memory cannot be had.
   */
  constructor(header: NpyHeader, shape: readonly number[], fileByte: (position: number) => number) {
    const size = shape.reduce((product, length) => product * length, 1);
    this.#header = header;
    this.#shape = shape;
    this.#block = empty([size], header.dtype);
    const { buffer, byteOffset } = this.#block.data;
    this.#bytes = new Uint8Array(buffer, byteOffset, size * header.itemsize);
    this.#fileByte = fileByte;
  }

  /** Bytes that are still missing. */
  get missing(): number {
    return this.#bytes.length - this.#filled;
  }

  /**
   * Takes the next bytes; those beyond the array's end are left alone.
   *
   * @throws {FormatError} a text element holds what is no character; with its place.
   */
  push(bytes: Uint8Array): void {
    const taken = bytes.length > this.missing ? bytes.subarray(0, this.missing) : bytes;
    this.#bytes.set(taken, this.#filled);
    this.#filled += taken.length;
    const { itemsize, mends } = this.#header;
    if (mends.length === 0) return;
    // Mended while it is still in the cache; a part of an element waits for the rest.
    const whole = this.#filled - (this.#filled % itemsize);
    const wrong = mendElements(this.#bytes.subarray(this.#mended, whole), itemsize, mends);
    if (wrong !== -1) {
      const place = { byte: this.#fileByte(this.#mended + wrong) };
      throw new FormatError(`A text holds a number that is no character (byte ${place.byte}).`, place);
    }
    this.#mended = whole;
  }

  /**
   * The array, once all bytes are there. In Fortran order it is a view of the same block.
   *
   * @throws {FormatError} the bytes ended early.
   */
  finish(): NdArray {
    if (this.missing > 0) {
      const byte = this.#fileByte(this.#filled);
      throw new FormatError(`The file ends at byte ${byte}, and its elements at byte ${byte + this.missing}.`, { byte });
    }
    const strides = this.#header.fortranOrder ? columnMajorStrides(this.#shape) : rowMajorStrides(this.#shape);
    return new NdArray(this.#header.dtype, this.#shape, strides, 0, this.#block.data);
  }

  /** Gives the memory back; nothing may be done with this afterwards. */
  discard(): void {
    free(this.#block);
  }
}
