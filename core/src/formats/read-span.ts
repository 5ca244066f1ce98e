import type { ByteSource } from "./byte-source.ts";

/** One request to main brings no more, in bytes. */
const longestRead = 1 << 22;

/** As `source.read`, for spans of any length. */
export async function readSpan(source: ByteSource, start: number, end: number): Promise<Uint8Array> {
  if (end - start <= longestRead) return source.read(start, end);
  const bytes = new Uint8Array(end - start);
  for (let at = start; at < end; at += longestRead) {
    bytes.set(await source.read(at, Math.min(end, at + longestRead)), at - start);
  }
  return bytes;
}
