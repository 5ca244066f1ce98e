/**
 * A run of numbers inside every element that must be put right after loading. Offsets and units are bytes.
 *
 * `swap`: the file is big-endian, memory is little. `bool`: any byte but 0 is True to NumPy and becomes 1, which is what the
 * kernels compare. `text`: the numbers are code points, and past U+10FFFF there is none.
 */
export interface Mend {
  readonly offset: number;
  readonly unit: 1 | 2 | 4 | 8;
  readonly count: number;
  readonly swap: boolean;
  readonly bool: boolean;
  readonly text: boolean;
}

/** Runs that `repeatedMends` gives: known before they are made. */
export function countRepeated(mends: readonly Mend[], itemsize: number, repeat: number): number {
  return isWhole(mends, itemsize) ? 1 : mends.length * repeat;
}

/** What is to be mended in a field that holds `repeat` elements of `itemsize` bytes each from `offset` on. */
export function repeatedMends(mends: readonly Mend[], offset: number, itemsize: number, repeat: number): Mend[] {
  if (mends.length === 0) return [];
  if (isWhole(mends, itemsize)) return mends.map((mend) => ({ ...mend, offset, count: mend.count * repeat }));
  return Array.from({ length: repeat }, (_, k) =>
    mends.map((mend) => ({ ...mend, offset: offset + k * itemsize + mend.offset })),
  ).flat();
}

/** One run that is all there is: however often it is repeated, it stays one. */
function isWhole(mends: readonly Mend[], itemsize: number): boolean {
  return mends.length === 1 && mends.every(({ unit, count }) => unit * count === itemsize);
}

const LAST_CODE_POINT = 0x10ffff;

/**
 * Puts right the bytes of whole elements, in place.
 *
 * @param bytes  starts at an address that is a multiple of 8, with an element.
 * @returns where in `bytes` a number that is no code point stands, or -1.
 */
export function mendElements(bytes: Uint8Array, itemsize: number, mends: readonly Mend[]): number {
  const [only] = mends;
  if (only === undefined) return -1;
  if (isWhole(mends, itemsize)) return mendRun(bytes, only);
  for (let start = 0; start < bytes.length; start += itemsize) {
    for (const mend of mends) {
      const wrong = mendScattered(bytes, start + mend.offset, mend);
      if (wrong !== -1) return wrong;
    }
  }
  return -1;
}

/** Every number of `bytes` is to be mended alike. */
function mendRun(bytes: Uint8Array, { unit, swap, bool, text }: Mend): number {
  const { buffer, byteOffset, length } = bytes;
  if (bool) for (let k = 0; k < length; k++) bytes[k] = bytes[k] === 0 ? 0 : 1;
  if (swap && unit === 2) swapHalves(new Uint16Array(buffer, byteOffset, length / 2));
  if (swap && unit === 4) swapWords(new Uint32Array(buffer, byteOffset, length / 4));
  if (swap && unit === 8) swapPairs(new Uint32Array(buffer, byteOffset, length / 4));
  if (!text) return -1;
  const points = new Uint32Array(buffer, byteOffset, length / 4);
  for (let k = 0; k < points.length; k++) if ((points[k] as number) > LAST_CODE_POINT) return 4 * k;
  return -1;
}

/** The numbers of one element, which may lie at any address. */
function mendScattered(bytes: Uint8Array, start: number, { unit, count, swap, bool, text }: Mend): number {
  const end = start + unit * count;
  for (let at = start; at < end; at += unit) {
    if (bool && bytes[at] !== 0) bytes[at] = 1;
    if (swap) bytes.subarray(at, at + unit).reverse();
    // Little-endian: the two high bytes say what lies beyond U+10FFFF.
    if (text && ((bytes[at + 3] as number) !== 0 || (bytes[at + 2] as number) > LAST_CODE_POINT >> 16)) return at;
  }
  return -1;
}

function swapHalves(halves: Uint16Array): void {
  for (let k = 0; k < halves.length; k++) {
    const half = halves[k] as number;
    halves[k] = (half << 8) | (half >> 8);
  }
}

function swapWords(words: Uint32Array): void {
  for (let k = 0; k < words.length; k++) words[k] = swapped(words[k] as number);
}

function swapPairs(words: Uint32Array): void {
  for (let k = 0; k < words.length; k += 2) {
    const low = words[k] as number;
    words[k] = swapped(words[k + 1] as number);
    words[k + 1] = swapped(low);
  }
}

function swapped(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
