import { type Dialect, noByte, space, tab } from "./dialect.ts";
import { asciiText, exactInteger, NumberReader } from "./number.ts";
import { FormReader } from "./number-forms.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** What a cell is to a column of numbers. */
export type CellKind = "number" | "missing" | "other";

/** No number with its thousands parted is longer. */
const longestGrouped = 40;

/** Judges cells that are not plainly a number: blanks around, missing markers, infinities, parted thousands. */
export class CellReader {
  readonly number: NumberReader;
  value = 0;
  /** The number was written as a whole one: digits, a sign, and what parts thousands. */
  whole = false;
  /** The exact value of a whole number that is not below 2^53, else null. */
  large: bigint | null = null;
  /** The missing cell is written `nan`: programs write a float64 that is none so. */
  isNan = false;
  readonly #missing: ReadonlySet<string>;
  readonly #longest: number;
  readonly #thousands: string;
  readonly #grouped: RegExp | null;
  readonly #point: string;
  readonly #forms: FormReader | null;

  constructor(missing: readonly string[], dialect: Dialect) {
    this.number = new NumberReader(dialect.point);
    this.#missing = new Set(missing.map((marker) => marker.toLowerCase()));
    this.#longest = Math.max(0, ...missing.map((marker) => marker.length));
    this.#point = String.fromCharCode(dialect.point);
    this.#thousands = String.fromCharCode(dialect.thousands);
    this.#grouped = dialect.thousands === noByte ? null : groupedNumber(this.#thousands, this.#point);
    const { forms, point, thousands } = dialect;
    this.#forms = forms.length === 0 ? null : new FormReader(forms, point, thousands);
  }

  read(bytes: Uint8Array, from: number, to: number): CellKind {
    let start = from;
    let end = to;
    this.large = null;
    this.isNan = false;
    while (start < end && isBlank(bytes[start] as number)) start++;
    while (end > start && isBlank(bytes[end - 1] as number)) end--;
    if (start === end) return "missing";
    if (end - start <= this.#longest) {
      const text = asciiText(bytes, start, end).toLowerCase();
      this.isNan = text === "nan";
      if (this.#missing.has(text)) return "missing";
    }
    if (this.number.read(bytes, start, end) && this.number.next === end) {
      this.value = this.number.value;
      this.whole = this.number.whole;
      if (this.number.large) this.large = BigInt(asciiText(bytes, start, end));
      return "number";
    }
    if (end - start > longestGrouped || (this.#forms === null && !beginsNumber(bytes[start] as number))) return "other";
    return this.#readWord(asciiText(bytes, start, end)) || this.#readForm(bytes, start, end) ? "number" : "other";
  }

  #readForm(bytes: Uint8Array, start: number, end: number): boolean {
    const found = this.#forms?.read(decoder.decode(bytes.slice(start, end))) ?? null;
    if (found === null) return false;
    this.value = found.value;
    this.whole = found.whole;
    this.large = found.large;
    return true;
  }

  #readWord(text: string): boolean {
    const infinity = /^([+-]?)inf(inity)?$/i.exec(text);
    if (infinity !== null) {
      this.value = infinity[1] === "-" ? -Infinity : Infinity;
      this.whole = false;
      return true;
    }
    if (this.#grouped === null || !this.#grouped.test(text)) return false;
    const digits = text.replaceAll(this.#thousands, "");
    this.value = Number(digits.replace(this.#point, "."));
    this.whole = !digits.includes(this.#point);
    if (this.whole && Math.abs(this.value) >= exactInteger) this.large = BigInt(digits);
    return true;
  }
}

/** A number whose thousands are parted: groups of three behind a first one of up to three. */
export function groupedNumber(thousands: string, point: string): RegExp {
  return new RegExp(`^[+-]?\\d{1,3}(?:${literal(thousands)}\\d{3})+(?:${literal(point)}\\d*)?$`);
}

/** A digit, a sign, or the first letter of an infinity. */
function beginsNumber(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 73 || byte === 105;
}

function isBlank(byte: number): boolean {
  return byte === space || byte === tab;
}

/** One character in a pattern, as itself. */
function literal(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
