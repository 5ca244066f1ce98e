/** What an upper-case ASCII letter and its lower-case one are apart. */
const CASE = 32;
const MARKS = /\p{Mark}/gu;
const LAST_PLAIN = 0x7e;
const ZERO = 0x30;
const NINE = 0x39;
/** A number in a text begins with this, then how many digits it has, then they: 2 comes before 10, and both where digits do. */
const NUMBER = ZERO;
const MOST_DIGITS = 255;

const encoder = new TextEncoder();

/** So many bytes at most has the key of a text for each of its UTF-16 units. */
export const KEY_BYTES_A_UNIT = 9;

/**
 * Writes bytes that order as people order words: without regard to case and accents, and numbers in them by their value ("day 2"
 * before "day 10"). Equal keys are no equal texts; the empty text is for the caller to deal with.
 *
 * @param at  where in `out` they begin; behind it there must be room for `KEY_BYTES_A_UNIT` times the text's length.
 * @returns where they end.
 */
export function writeTextKey(text: string, out: Uint8Array, at: number): number {
  for (let k = 0; k < text.length; k++) {
    if (text.charCodeAt(k) > LAST_PLAIN) {
      const bytes = encoder.encode(text.normalize("NFKD").replace(MARKS, "").toLowerCase());
      return writeUnits((unit) => bytes[unit] as number, Math.min(bytes.length, 3 * text.length), out, at);
    }
  }
  return writeUnits((unit) => text.charCodeAt(unit), text.length, out, at);
}

function writeUnits(unitAt: (k: number) => number, length: number, out: Uint8Array, at: number): number {
  let end = at;
  for (let k = 0; k < length; ) {
    const unit = unitAt(k);
    if (!isDigit(unit)) {
      out[end++] = unit >= 0x41 && unit <= 0x5a ? unit + CASE : unit;
      k++;
      continue;
    }
    while (k < length - 1 && unitAt(k) === ZERO && isDigit(unitAt(k + 1))) k++;
    let behind = k + 1;
    while (behind < length && isDigit(unitAt(behind))) behind++;
    out[end++] = NUMBER;
    out[end++] = Math.min(MOST_DIGITS, behind - k);
    while (k < behind) out[end++] = unitAt(k++);
  }
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}
