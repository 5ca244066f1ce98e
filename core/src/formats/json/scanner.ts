import { CancelledError, FormatError } from "../../errors.ts";
import { TooLarge } from "../../table/too-large.ts";
import { asciiText, NumberReader } from "../csv/number.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** One character a byte, whatever the bytes are. */
const latin = new TextDecoder("windows-1252");
const QUOTE = 34;
const BACKSLASH = 92;
const POINT = 46;
const MINUS = 45;
const LETTER_I = 73;
/** Numbers up to so many bytes are read digit by digit, longer ones by the engine: they are rounded there. */
const SHORT = 16;
/** Bytes that are decoded at once. */
const WINDOW = 1 << 15;
/** Bytes after which progress is told, and a cancel is heard. */
const STRIDE = 1 << 20;

/** Words that stand for values, Python's for floats among them: its `json` writes them, though JSON has none. */
const WORDS: ReadonlyMap<string, number | boolean | null> = new Map<string, number | boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** Cuts UTF-8 bytes into what JSON is made of. `at` is the next byte. */
export class JsonScanner {
  readonly bytes: Uint8Array;
  at = 0;
  readonly #name: string;
  readonly #control: Int32Array | undefined;
  readonly #number = new NumberReader(POINT);
  #next = STRIDE;
  #window = "";
  #windowStart = 0;

  constructor(bytes: Uint8Array, name: string, control: Int32Array | undefined) {
    this.bytes = bytes;
    this.#name = name;
    this.#control = control;
  }

  /** The first byte of what comes next, which stays next; -1 at the end. */
  peek(): number {
    const { bytes } = this;
    let { at } = this;
    let byte = bytes[at];
    while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = bytes[++at];
    this.at = at;
    if (at >= this.#next) this.#tick();
    return byte ?? -1;
  }

  /** Takes this punctuation mark if it comes next. */
  take(mark: number): boolean {
    if (this.peek() !== mark) return false;
    this.at++;
    return true;
  }

  /** The string that comes next, without its quotes. */
  string(): string {
    if (this.peek() !== QUOTE) throw this.unexpected("a string");
    const { bytes } = this;
    const start = this.at + 1;
    let plain = true;
    let at = start;
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) {
      if (byte === undefined) throw this.wrong("The text ends inside a string", start - 1);
      if (byte < 32) throw this.wrong("A string holds a line break or another control character", at);
      if (byte >= 128) plain = false;
      if (byte !== BACKSLASH) continue;
      plain = false;
      at++;
    }
    this.at = at + 1;
    if (plain && at - start < 32) return asciiText(bytes, start, at);
    const text = decoder.decode(bytes.slice(start, at));
    return text.includes("\\") ? this.#unescaped(text, start) : text;
  }

  /**
   * The number or word that comes next. An integer that float64 may not hold is a bigint; `isInteger` tells of any other number.
   */
  scalar(): number | bigint | boolean | TooLarge | null {
    const byte = this.peek();
    if ((byte >= 48 && byte <= 57) || (byte === MINUS && this.bytes[this.at + 1] !== LETTER_I)) return this.#numeric();
    const start = this.at;
    let end = start;
    while (end - start < 10 && isWordByte(this.bytes[end] ?? 0)) end++;
    const value = WORDS.get(asciiText(this.bytes, start, end));
    if (value === undefined) throw this.unexpected("a value");
    this.isInteger = false;
    this.at = end;
    return value;
  }

  /** The last scalar was written as an integer. */
  isInteger = false;

  /** The text from `start` up to here. */
  text(start: number): string {
    return decoder.decode(this.bytes.slice(start, this.at));
  }

  unexpected(expected: string): FormatError {
    if (this.peek() < 0) return this.wrong(`The text ends where ${expected} should come`, this.at);
    const found = decoder
      .decode(this.bytes.slice(this.at, this.at + 20))
      .split("\n")[0]
      ?.replace("\ufffd", "");
    return this.wrong(`Expected ${expected}, found "${found}"`, this.at);
  }

  /** The error that says what is wrong, with line and column, both from 1. */
  wrong(what: string, at: number): FormatError {
    let line = 1;
    let start = 0;
    for (let end = this.bytes.indexOf(10); end >= 0 && end < at; end = this.bytes.indexOf(10, start)) {
      line++;
      start = end + 1;
    }
    // Columns count characters as editors do; what stands before is short or has no breaks, and is decoded only here.
    const column = decoder.decode(this.bytes.slice(start, at)).length + 1;
    const place = { line, column };
    return new FormatError(`${this.#name} is not valid JSON: ${what} (line ${line}, column ${column}).`, place);
  }

  #numeric(): number | bigint | TooLarge {
    const { bytes, at: start } = this;
    let end = start + 1;
    let digits = true;
    for (let byte = bytes[end]; ; byte = bytes[++end]) {
      if (byte === undefined) break;
      if (byte >= 48 && byte <= 57) continue;
      if (byte !== POINT && byte !== 101 && byte !== 69 && byte !== 43 && byte !== MINUS) break;
      digits = false;
    }
    const short = end - start <= SHORT && this.#number.read(bytes, start, end) && this.#number.next === end;
    const value = short ? this.#number.value : Number(this.#ascii(start, end));
    if (Number.isNaN(value)) throw this.unexpected("a value");
    this.at = end;
    const fits = Number.isFinite(value);
    this.isInteger = digits && fits;
    // Without an end of its own an integer of a million digits would take their square of time.
    if (!fits) return new TooLarge(this.#ascii(start, end));
    return digits && !Number.isSafeInteger(value) ? BigInt(asciiText(bytes, start, end)) : value;
  }

  /** ASCII text as a string. A window of it is decoded at once: short strings cost more to make than to cut. */
  #ascii(start: number, end: number): string {
    if (start < this.#windowStart || end > this.#windowStart + this.#window.length) {
      this.#windowStart = start;
      this.#window = latin.decode(this.bytes.slice(start, Math.max(end, start + WINDOW)));
    }
    return this.#window.slice(start - this.#windowStart, end - this.#windowStart);
  }

  #unescaped(text: string, start: number): string {
    try {
      return String(JSON.parse(`"${text}"`));
    } catch {
      throw this.wrong("A string holds a backslash that means nothing", start - 1);
    }
  }

  #tick(): void {
    this.#next = this.at + STRIDE;
    if (this.#control === undefined) return;
    // The first quarter was getting the bytes, and what is made of them takes as long as they did.
    Atomics.store(this.#control, 0, Math.min(500, Math.floor(250 + (this.at / this.bytes.length) * 250)));
    if (Atomics.load(this.#control, 1) !== 0) throw new CancelledError();
  }
}

/** A letter or a sign. */
function isWordByte(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 45;
}
