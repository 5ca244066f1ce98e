import { IndexError, ValueError } from "../errors.ts";
import { asPythonInteger } from "./python-integer.ts";

interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly size: number;
}

/** Where `a.item(...index)` looks: the element's position, in elements from the start of `data`. */
export function positionOf(a: Layout, index: readonly number[]): number {
  const size = a.size;
  if (index.length === 0) {
    if (size !== 1) throw new ValueError("can only convert an array of size 1 to a Python scalar");
    return a.offset;
  }
  if (index.length === 1) {
    const given = asPythonInteger(index[0]);
    if (given < -size || given >= size) {
      const where = a.shape.length === 1 ? `axis 0 with size ${size}` : `size ${size}`;
      throw new IndexError(`index ${given} is out of bounds for ${where}`);
    }
    return positionOfFlat(a, given < 0 ? given + size : given);
  }
  if (index.length !== a.shape.length) throw new ValueError("incorrect number of indices for array");
  let position = a.offset;
  for (let k = 0; k < index.length; k++) {
    const length = a.shape[k] as number;
    const given = asPythonInteger(index[k]);
    if (given < -length || given >= length) {
      throw new IndexError(`index ${given} is out of bounds for axis ${k} with size ${length}`);
    }
    position += (given < 0 ? given + length : given) * (a.strides[k] as number);
  }
  return position;
}

/** The position of the element that is `flat`-th in C order. */
export function positionOfFlat(a: Omit<Layout, "size">, flat: number): number {
  let position = a.offset;
  let rest = flat;
  for (let k = a.shape.length - 1; k >= 0; k--) {
    const length = a.shape[k] as number;
    const quotient = Math.floor(rest / length);
    position += (rest - quotient * length) * (a.strides[k] as number);
    rest = quotient;
  }
  return position;
}
