import { free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { CapacityError } from "../../errors.ts";
import { openNpz } from "./open-npz.ts";

/** Bytes of arrays that are taken out of one archive at once: four of the largest arrays. */
const MAX_TOTAL = 2 ** 34;

/**
 * All arrays of an .npz file by their names, in the file's order.
 *
 * @throws {FormatError} {UnsupportedError} as `openNpz` and its `read`; no array is held then.
 * @throws {CapacityError} they claim more than 16 GiB together, or the memory cannot be had.
 */
export async function parseNpz(bytes: Uint8Array): Promise<Map<string, NdArray>> {
  const file = await openNpz({ size: bytes.length, read: async (start, end) => bytes.subarray(start, end) });
  const total = file.names.reduce((sum, name) => sum + file.sizeOf(name), 0);
  if (total > MAX_TOTAL) throw new CapacityError(`The arrays of this archive take ${total} bytes together.`, total, MAX_TOTAL);
  const arrays = new Map<string, NdArray>();
  try {
    for (const name of file.names) arrays.set(name, await file.read(name));
    return arrays;
  } catch (error) {
    for (const array of arrays.values()) free(array);
    throw error;
  }
}
