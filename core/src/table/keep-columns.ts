import { NdArray } from "../array/ndarray.ts";
import { rowMajorStrides } from "../array/strides.ts";

/** A float64 matrix with only the columns that are kept, moved together in place; the rest of its block is left unused. */
export function keepColumns(matrix: NdArray, kept: readonly boolean[]): NdArray {
  if (!kept.includes(false)) return matrix;
  const columns = kept.flatMap((keep, column) => (keep ? [column] : []));
  const data = matrix.data as Float64Array;
  const [rows = 0] = matrix.shape;
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * kept.length;
    for (const column of columns) data[to++] = data[from + column] as number;
  }
  const shape = [rows, columns.length];
  return new NdArray("float64", shape, rowMajorStrides(shape), 0, data.subarray(0, to));
}
