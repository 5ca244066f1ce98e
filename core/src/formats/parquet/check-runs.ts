/** Bit-packed runs are filled up to whole groups; the longest that a writer leaves unused. */
const PADDING = 512;

/** What runs hold. */
export interface Runs {
  /** How many of the values are 1, which for levels of a column that may be missing means: there. */
  readonly ones: number;
}

/**
 * Walks a stream of runs (Parquet's RLE and bit-packing hybrid) without unpacking it. The library believes what a run claims,
 * and fills an array with it; a claim of two thousand million values would end the program.
 *
 * @param width bits of a value @param count values that the stream shall have
 * @throws {RangeError} a run claims more values than there can be, or the bytes end.
 * @see https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 */
export function checkRuns(bytes: Uint8Array, start: number, width: number, count: number): Runs {
  const valueBytes = (width + 7) >> 3;
  let at = start;
  let seen = 0;
  let ones = 0;
  while (seen < count) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw new RangeError("a run has no length");
      header += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const packed = header % 2 === 1;
    const length = packed ? Math.floor(header / 2) * 8 : header / 2;
    const left = count - seen;
    if (length > left + (packed ? PADDING : 0)) throw new RangeError(`a run claims ${length} values, and ${left} are left`);
    const counted = Math.min(length, left);
    if (width === 1) ones += packed ? bitsSet(bytes, at, counted) : bytes[at] === 1 ? counted : 0;
    at += packed ? (length / 8) * width : valueBytes;
    seen += counted;
  }
  return { ones };
}

function bitsSet(bytes: Uint8Array, start: number, count: number): number {
  let set = 0;
  for (let k = 0; k < count; k++) set += ((bytes[start + (k >> 3)] ?? 0) >> (k & 7)) & 1;
  return set;
}
