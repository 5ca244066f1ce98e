/** Powers of ten that float64 holds exactly. */
const exactPower = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
/** Whole numbers below are exact in float64; one that was rounded on the way is not below. */
export const exactInteger = 2 ** 53;

/**
 * Reads decimal numbers from ASCII bytes, bit-equal to `Number()` of the same text.
 *
 * A number of at most 2^53 as digits, times or over a power of ten up to 22, is one exact operation on two exact operands, so it
 * is rounded once and correctly (Clinger, 1990). Everything else goes to `Number` itself.
 */
export class NumberReader {
  value = 0;
  /** Where the number ended. */
  next = 0;
  /** The number was written as a whole one: digits alone, and a sign. */
  whole = false;
  /** It was, and is not below 2^53. */
  large = false;
  readonly #point: number;

  /** @param decimalPoint the byte that parts whole from fraction */
  constructor(decimalPoint: number) {
    this.#point = decimalPoint;
  }

  /** Reads one number from `start`. False, if none starts there; what follows it is the caller's to judge. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    let byte = at < end ? (bytes[at] as number) : 0;
    const negative = byte === 45;
    if (negative || byte === 43) byte = ++at < end ? (bytes[at] as number) : 0;
    let mantissa = 0;
    let digits = 0;
    while (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48);
      digits++;
      byte = ++at < end ? (bytes[at] as number) : 0;
    }
    let exponent = 0;
    this.whole = byte !== this.#point;
    if (!this.whole) {
      const point = at;
      byte = ++at < end ? (bytes[at] as number) : 0;
      while (byte >= 48 && byte <= 57) {
        mantissa = mantissa * 10 + (byte - 48);
        byte = ++at < end ? (bytes[at] as number) : 0;
      }
      exponent = point + 1 - at;
      digits -= exponent;
    }
    if (digits === 0) return false;
    if (byte === 101 || byte === 69) {
      const letter = at;
      byte = ++at < end ? (bytes[at] as number) : 0;
      const down = byte === 45;
      if (down || byte === 43) byte = ++at < end ? (bytes[at] as number) : 0;
      let power = 0;
      const first = at;
      while (byte >= 48 && byte <= 57) {
        // Past 9999 every float64 is 0 or infinite, whatever follows.
        if (power < 10_000) power = power * 10 + (byte - 48);
        byte = ++at < end ? (bytes[at] as number) : 0;
      }
      if (at === first) at = letter;
      else {
        exponent += down ? -power : power;
        this.whole = false;
      }
    }
    this.next = at;
    this.large = this.whole && mantissa >= exactInteger;
    if (mantissa < exactInteger && exponent >= -22 && exponent <= 22) {
      const size = exponent < 0 ? mantissa / (exactPower[-exponent] as number) : mantissa * (exactPower[exponent] as number);
      this.value = negative ? -size : size;
    } else {
      this.value = Number(asciiText(bytes, start, at).replace(",", "."));
    }
    return true;
  }
}

/** ASCII bytes as a string. TextDecoder refuses shared memory, and a cell is short. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}
