type Tables = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Table k gives the checksum of a byte that k more bytes follow: eight bytes are taken in one step. Made when first asked for. */
let tables: Tables | undefined;

function makeTables(): Tables {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
    return rest;
  });
  const made = [first];
  for (let k = 1; k < 8; k++) {
    const before = made[k - 1] as Uint32Array;
    made.push(before.map((rest) => (first[rest & 0xff] as number) ^ (rest >>> 8)));
  }
  return made as Tables;
}

/**
 * CRC-32 as ZIP has it, of bytes that follow those whose checksum is `before`.
 *
 * @param before 0 for the first bytes.
 * @see https://www.w3.org/TR/png-3/#D-CRCAppendix (the same polynomial), and "slicing by 8"
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  tables ??= makeTables();
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  let rest = ~before;
  let k = 0;
  for (const end = bytes.length - 7; k < end; k += 8) {
    const low =
      rest ^
      ((bytes[k] as number) |
        ((bytes[k + 1] as number) << 8) |
        ((bytes[k + 2] as number) << 16) |
        ((bytes[k + 3] as number) << 24));
    rest =
      (t7[low & 0xff] as number) ^
      (t6[(low >>> 8) & 0xff] as number) ^
      (t5[(low >>> 16) & 0xff] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[bytes[k + 4] as number] as number) ^
      (t2[bytes[k + 5] as number] as number) ^
      (t1[bytes[k + 6] as number] as number) ^
      (t0[bytes[k + 7] as number] as number);
  }
  for (; k < bytes.length; k++) rest = (t0[(rest ^ (bytes[k] as number)) & 0xff] as number) ^ (rest >>> 8);
  return ~rest >>> 0;
}
