import { NdArray } from "../array/ndarray.ts";
import { rowMajorStrides } from "../array/strides.ts";

/**
 * A float64 matrix with only the columns that are kept, moved together in place; the rest of its block is left unused.
 *
 * @param columns ascending
 */
export function keepColumns(matrix: NdArray, columns: Int32Array): NdArray {
  const [rows = 0, width = 0] = matrix.shape;
  const data = matrix.data as Float64Array;
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    for (const column of columns) data[to++] = data[from + column] as number;
  }
  const shape = [rows, columns.length];
  return new NdArray("float64", shape, rowMajorStrides(shape), 0, data.subarray(0, to));
}
