import { CapacityError } from "../errors.ts";

type Numbers = Uint8Array<SharedArrayBuffer> | Int32Array<SharedArrayBuffer> | Float64Array<SharedArrayBuffer>;

/**
 * The same numbers with room for `length`. Who reads the old memory goes on seeing what was in it.
 *
 * @throws {CapacityError} the memory cannot be had.
 */
export function grown<T extends Numbers>(numbers: T, length: number): T {
  const bytes = length * numbers.BYTES_PER_ELEMENT;
  try {
    const more = new (numbers.constructor as new (buffer: SharedArrayBuffer) => T)(new SharedArrayBuffer(bytes));
    more.set(numbers as never);
    return more;
  } catch {
    const figure = Math.ceil(bytes / 2 ** 20).toLocaleString("en");
    throw new CapacityError(`There is no memory for so many edited cells: it takes a block of ${figure} MB.`, bytes, 0);
  }
}
