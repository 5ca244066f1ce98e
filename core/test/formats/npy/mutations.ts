/** Seeded numbers (mulberry32), at least 0 and below `below`. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Bytes that mean something to one of the formats, besides any byte at all. */
const TELLING = Array.from(Buffer.from("\0\xff\x7f\x80'\"()[]{},:-0L9<>|OUSVfiM \n\\PK\x01\x02", "latin1"));

/** Files with one to four changes each: bytes overwritten, flipped, taken out, put in, repeated, or the end cut off. */
export function* mutations(files: readonly Uint8Array[], seed: number, runs: number): Generator<Uint8Array<ArrayBuffer>> {
  const random = randomOf(seed);
  for (let run = 0; run < runs; run++) {
    let bytes = Array.from(files[random(files.length)] as Uint8Array);
    for (let change = random(4); change >= 0; change--) {
      const at = random(bytes.length + 1);
      const byte = random(2) === 0 ? random(256) : (TELLING[random(TELLING.length)] as number);
      const count = 1 + random(8);
      switch (random(6)) {
        case 0:
          bytes[at] = byte;
          break;
        case 1:
          bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
          break;
        case 2:
          bytes.splice(at, count);
          break;
        case 3:
          bytes.splice(at, 0, byte);
          break;
        case 4:
          bytes.splice(at, 0, ...bytes.slice(at, at + count));
          break;
        default:
          if (random(4) === 0) bytes = bytes.slice(0, at);
      }
    }
    yield Uint8Array.from(bytes);
  }
}
