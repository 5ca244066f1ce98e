import type { ByteSource } from "../../../src/formats/byte-source.ts";

/** Bytes as a file that can be read anywhere. */
export function sourceOf(bytes: Uint8Array, name = "file.csv"): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end), close() {} };
}
