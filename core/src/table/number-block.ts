import { empty, free } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import { commonDtype, type NumberDtype } from "./column.ts";
import type { ExactIntegers } from "./exact-integers.ts";
import { integersToFloats, setWhole } from "./words.ts";

/** The columns of numbers of a finished block. */
export interface FinishedBlock {
  readonly numbers: NdArray;
  readonly columns: readonly { readonly dtype: NumberDtype; readonly exact: ExactIntegers | null }[];
}

/**
 * Numbers while they come, column by column or row by row: integers are kept as such in the block's 8 bytes until all are there.
 * A column of integers that lacks one is float64 from then on.
 */
export class NumberBlock {
  readonly #rows: number;
  readonly #dtypes: NumberDtype[];
  readonly #block: NdArray;
  readonly #floats: Float64Array;
  readonly #bits: BigInt64Array;
  readonly #words: Int32Array;
  readonly #rounded: (row: number, slot: number) => void;

  /**
   * @param rounded is told of each integer that float64 does not hold and that is float64 now
   * @throws {CapacityError} the memory cannot be had.
   */
  constructor(rows: number, dtypes: readonly NumberDtype[], rounded: (row: number, slot: number) => void) {
    this.#rows = rows;
    this.#dtypes = [...dtypes];
    this.#block = empty([rows, dtypes.length], "float64");
    this.#rounded = rounded;
    const { buffer, byteOffset, length } = this.#block.data;
    this.#floats = this.#block.data as Float64Array;
    this.#bits = new BigInt64Array(buffer, byteOffset, length);
    this.#words = new Int32Array(buffer, byteOffset, 2 * length);
  }

  /** Sets a cell; null is a missing one. The rows of a column come in their order, and none is left out. */
  set(row: number, slot: number, value: number | bigint | null): void {
    const at = row * this.#dtypes.length + slot;
    if (this.#dtypes[slot] !== "float64") {
      if (typeof value === "bigint") {
        this.#bits[at] = value;
        return;
      }
      if (value !== null) {
        setWhole(this.#words, at, value);
        return;
      }
      this.#toFloats(slot, row);
    }
    const number = value === null ? Number.NaN : Number(value);
    this.#floats[at] = number;
    if (typeof value === "bigint" && !isExact(number, value)) this.#rounded(row, slot);
  }

  /** The block in the columns' common dtype, which the caller owns. */
  finish(): FinishedBlock {
    const dtype = commonDtype(this.#dtypes);
    const { shape, strides } = this.#block;
    if (dtype !== "float64") {
      const { buffer, byteOffset, length } = this.#bits;
      const data = dtype === "int64" ? this.#bits : new BigUint64Array(buffer, byteOffset, length);
      const columns = this.#dtypes.map((own) => ({ dtype: own, exact: null }));
      return { numbers: new NdArray(dtype, shape, strides, 0, data), columns };
    }
    const columns = this.#dtypes.map((own, slot) => {
      return { dtype: own, exact: own === "float64" ? null : this.#toFloats(slot, this.#rows) };
    });
    return { numbers: this.#block, columns };
  }

  release(): void {
    free(this.#block);
  }

  #toFloats(slot: number, rows: number): ExactIntegers | null {
    const dtype = this.#dtypes[slot] as NumberDtype;
    if (dtype === "float64") return null;
    const exact = integersToFloats({ data: this.#floats, start: slot, width: this.#dtypes.length, rows }, dtype);
    if (rows < this.#rows) this.#dtypes[slot] = "float64";
    for (let k = 0; k < (exact?.rows.length ?? 0); k++) this.#rounded(exact?.rows[k] as number, slot);
    return exact;
  }
}

/** Infinity is what an integer becomes that is too large for float64. */
function isExact(number: number, value: bigint): boolean {
  return Number.isFinite(number) && BigInt(number) === value;
}
