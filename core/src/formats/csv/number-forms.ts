import { noByte } from "./dialect.ts";

/** Ways to write a number that are numbers only when asked for: `0x1F`, `12.5 %` (which is 0.125), `€ 1,200.50`. */
export type NumberForm = "hex" | "percent" | "currency";

export const numberForms: readonly NumberForm[] = ["hex", "percent", "currency"];

/** A number that was read. */
export interface FormNumber {
  readonly value: number;
  /** Written as a whole number. */
  readonly whole: boolean;
  /** Exactly, where it is whole and not below 2^53. */
  readonly large: bigint | null;
}

const HEX = /^([+-]?)0[xX]([0-9a-fA-F]{1,32})$/;
/** A sign of money, or its three letters. */
const MONEY = String.raw`(?:\p{Sc}|[A-Z]{3})`;
const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** Reads numbers in the forms that were asked for. */
export class FormReader {
  readonly #forms: ReadonlySet<NumberForm>;
  readonly #thousands: string;
  readonly #point: string;
  readonly #percent: RegExp;
  readonly #money: readonly RegExp[];

  /** @param point @param thousands bytes; the second may be `noByte` */
  constructor(forms: readonly NumberForm[], point: number, thousands: number) {
    this.#forms = new Set(forms);
    this.#point = String.fromCharCode(point);
    this.#thousands = thousands === noByte ? "" : String.fromCharCode(thousands);
    const [dot, comma] = [escaped(this.#point), escaped(this.#thousands)];
    const grouped = thousands === noByte ? "" : `\\d{1,3}(?:${comma}\\d{3})+(?:${dot}\\d*)?|`;
    const number = `(${grouped}\\d+(?:${dot}\\d*)?|${dot}\\d+)`;
    this.#percent = new RegExp(`^([+-]?)${number} ?%$`, "u");
    this.#money = [
      new RegExp(`^([+-]?)${MONEY} ?${number}$`, "u"),
      new RegExp(`^${MONEY} ?([+-]?)${number}$`, "u"),
      new RegExp(`^([+-]?)${number} ?${MONEY}$`, "u"),
      // Bookkeepers put what is owed in parentheses.
      new RegExp(`^(\\()${MONEY} ?${number}\\)$`, "u"),
      new RegExp(`^(\\()${number} ?${MONEY}\\)$`, "u"),
    ];
  }

  /** The number that a cell's text, without blanks around, is in one of the forms; null where it is none. */
  read(text: string): FormNumber | null {
    if (this.#forms.has("hex")) {
      const match = HEX.exec(text);
      if (match !== null) return wholeNumber(match[1] === "-" ? -BigInt(`0x${match[2]}`) : BigInt(`0x${match[2]}`));
    }
    if (this.#forms.has("percent")) {
      const match = this.#percent.exec(text);
      if (match !== null) return { value: this.#number(match, "e-2"), whole: false, large: null };
    }
    return this.#forms.has("currency") ? this.#readMoney(text) : null;
  }

  #readMoney(text: string): FormNumber | null {
    for (const pattern of this.#money) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const digits = this.#digits(match[2]);
      if (/^\d+$/.test(digits)) return wholeNumber(isNegative(match) ? -BigInt(digits) : BigInt(digits));
      return { value: this.#number(match, ""), whole: false, large: null };
    }
    return null;
  }

  #number(match: RegExpExecArray, power: string): number {
    const size = Number(`${this.#digits(match[2])}${power}`);
    return isNegative(match) ? -size : size;
  }

  #digits(text = ""): string {
    return (this.#thousands === "" ? text : text.replaceAll(this.#thousands, "")).replace(this.#point, ".");
  }
}

function isNegative([, sign]: RegExpExecArray): boolean {
  return sign === "-" || sign === "(";
}

function wholeNumber(value: bigint): FormNumber {
  return { value: Number(value), whole: true, large: value > largest || value < -largest ? value : null };
}

/** A character in a pattern, as itself. */
function escaped(character: string): string {
  return character === "" ? "" : `\\u{${character.charCodeAt(0).toString(16)}}`;
}
