/** What every gzip member starts with: the magic, and deflate as its method. */
const MAGIC = [0x1f, 0x8b, 0x08] as const;
/** Bytes that every header has. */
export const FIXED_BYTES = 10;

const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const RESERVED = 0xe0;

/** Whether bytes start as a gzip file does. */
export function startsAsGzip(bytes: Uint8Array, at = 0): boolean {
  return MAGIC.every((byte, k) => bytes[at + k] === byte);
}

/**
 * Whether another member starts at `at`. Ten bytes have few values that are allowed, so that among 10^12 bytes of compressed
 * data about one place looks like a start and is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1952, 2.3
 */
export function startsMember(bytes: Uint8Array, at: number): boolean {
  if (at + FIXED_BYTES > bytes.length || !startsAsGzip(bytes, at)) return false;
  const flags = bytes[at + 3] ?? 0;
  const speed = bytes[at + 8] ?? 0;
  const system = bytes[at + 9] ?? 0;
  return (flags & RESERVED) === 0 && (speed === 0 || speed === 2 || speed === 4) && (system <= 13 || system === 255);
}

/** The byte behind the header of a member that starts at 0; -1 where the bytes end inside it. */
export function headerEnd(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let at = FIXED_BYTES;
  if (flags & HAS_EXTRA) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const text of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & text) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return -1;
    at = zero + 1;
  }
  if (flags & HAS_CHECKSUM) at += 2;
  return at <= bytes.length ? at : -1;
}
