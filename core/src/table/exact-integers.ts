/**
 * Integers of a column that float64 does not hold: by row, ascending. They stand rounded in a block of float64, and whole here.
 */
export interface ExactIntegers {
  readonly rows: ArrayLike<number>;
  /** The 64 bits of each, read as the column's dtype says. */
  readonly values: BigInt64Array | BigUint64Array;
}

/** Collects such integers. */
export class ExactIntegersBuilder {
  readonly #rows: number[] = [];
  readonly #values: bigint[] = [];

  /** Rows come in ascending order. */
  add(row: number, value: bigint): void {
    this.#rows.push(row);
    this.#values.push(value);
  }

  /** Null where there are none. */
  finish(dtype: "int64" | "uint64"): ExactIntegers | null {
    if (this.#rows.length === 0) return null;
    const values = dtype === "int64" ? BigInt64Array.from(this.#values) : BigUint64Array.from(this.#values);
    return { rows: Float64Array.from(this.#rows), values };
  }
}

/** The integer in a row, where it is one of these. */
export function exactAt({ rows, values }: ExactIntegers, row: number): bigint | undefined {
  const index = indexOfRow(rows, row);
  return index < 0 ? undefined : values[index];
}

/** Where a row stands among rows that ascend; -1 where it does not. */
export function indexOfRow(rows: ArrayLike<number>, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : -1;
}
