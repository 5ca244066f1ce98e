import type { ByteSource } from "../formats/byte-source.ts";

/** Bytes of the file's start that tell it from others of its name and size. */
const BYTES = 4096;
const PRIME = 0x01000193;

/**
 * A short text that tells a file from other files: its size, and a hash of its name and first bytes. Not a safeguard: who means
 * to can make another file with the same.
 */
export async function fingerprintOf(source: ByteSource): Promise<string> {
  const { name, size } = source;
  const start = await source.read(0, Math.min(BYTES, size));
  const named = new TextEncoder().encode(name);
  // FNV-1a, twice with different beginnings: 64 bits.
  const hash = [0x811c9dc5, 0x2f0b4c47].map((seed) => fnv(start, fnv(named, seed)).toString(16).padStart(8, "0"));
  return `${size}:${hash.join("")}`;
}

function fnv(bytes: Uint8Array, seed: number): number {
  let hash = seed;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
  return hash >>> 0;
}
