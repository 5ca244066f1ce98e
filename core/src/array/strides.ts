/** Strides of a C-order array of this shape, in elements. */
export function rowMajorStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    strides[k] = stride;
    stride *= Math.max(shape[k] as number, 1);
  }
  return strides;
}

export function sizeOf(shape: readonly number[]): number {
  let product = 1;
  for (let k = 0; k < shape.length; k++) product *= shape[k] as number;
  return product;
}

/** True when the elements in C order lie one after the other. A dimension of length 1 may have any stride. */
export function isRowMajor(shape: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k] as number;
    if (length === 0) return true;
    if (length !== 1) {
      if (strides[k] !== expected) return false;
      expected *= length;
    }
  }
  return true;
}
