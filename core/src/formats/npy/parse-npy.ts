import type { NdArray } from "../../array/ndarray.ts";
import { FormatError } from "../../errors.ts";
import { type NpyHeader, readNpyHeader } from "./header.ts";
import { NpyFill } from "./npy-fill.ts";

/**
 * The array in an .npy file: versions 1 to 3, every dtype that Argscope has, either byte order, C or Fortran order.
 *
 * The elements are copied into engine memory once; a Fortran-order file becomes an array with Fortran strides. Bytes after the
 * last element are ignored, as NumPy ignores them.
 *
 * @throws {FormatError} the bytes are no .npy file, or fewer than its header promises; with the byte.
 * @throws {UnsupportedError} Python objects, long doubles.
 * @throws {CapacityError} the memory cannot be had.
 * @see numpy/lib/_format_impl.py
 */
export function parseNpy(bytes: Uint8Array): NdArray {
  const header = readNpyHeader(bytes);
  checkPromise(header, bytes.length);
  const fill = new NpyFill(header, header.shape, (position) => header.dataStart + position);
  try {
    fill.push(bytes.subarray(header.dataStart));
    return fill.finish();
  } catch (error) {
    fill.discard();
    throw error;
  }
}

/**
 * Refuses a header that promises more than the file has. To be asked before any memory is.
 *
 * @param fileSize in bytes.
 */
export function checkPromise(header: NpyHeader, fileSize: number): void {
  const there = BigInt(fileSize) - BigInt(header.dataStart);
  if (header.dataBytes <= there) return;
  const promised = `The header promises ${header.dataBytes} bytes of elements, and ${there} are there`;
  throw new FormatError(`${promised}: the file ends at byte ${fileSize}.`, { byte: fileSize });
}
