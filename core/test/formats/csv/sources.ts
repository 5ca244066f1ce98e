import { AccessError } from "../../../src/errors.ts";
import type { ByteSource } from "../../../src/formats/byte-source.ts";

/** Bytes as a file that can be read anywhere. */
export function sourceOf(bytes: Uint8Array, name = "file.csv"): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end), close() {} };
}

/** The same as a file that each thread of the tests' pool reads for itself. */
export function sharedSourceOf(bytes: Uint8Array): ByteSource {
  const handle = new SharedArrayBuffer(bytes.length);
  new Uint8Array(handle).set(bytes);
  return { ...sourceOf(bytes), shared: { handle, fill: (target, start) => fillFromMemory(handle, target, start) } };
}

/** Reads what `sharedSourceOf` shares. */
export function fillFromMemory(handle: unknown, target: Uint8Array, start: number): void {
  const bytes = new Uint8Array(handle as SharedArrayBuffer);
  if (start + target.length > bytes.length) throw new AccessError(`The file ends at byte ${bytes.length}.`);
  target.set(bytes.subarray(start, start + target.length));
}
