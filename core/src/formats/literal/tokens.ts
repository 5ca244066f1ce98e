import { readNumber } from "./number-literal.ts";
import { readString } from "./string-literal.ts";
import { type LiteralOptions, syntaxError } from "./syntax.ts";
import type { Token } from "./token.ts";

const SPACE = " \t\r\n\f";
// Longer than any name that means something here; bounded, so that a hostile text cannot exhaust the matcher.
const NAME = /[\p{ID_Start}_]\p{ID_Continue}{0,99}/uy;
const MARKS = "()[]{},:.=+-";

/** Cuts Python text into tokens, one at a time, with one token of lookahead. Spaces and comments are passed over. */
export class Tokens {
  readonly options: LiteralOptions;
  readonly #text: string;
  #next: Token;

  constructor(text: string, options: LiteralOptions) {
    this.options = options;
    this.#text = text;
    if (text.length > options.maxLength) {
      throw syntaxError(`The text has ${text.length} characters; ${options.maxLength} are taken`, options.maxLength, options);
    }
    this.#next = this.#read(0);
  }

  /** The next token, which stays the next one. */
  peek(): Token {
    return this.#next;
  }

  /** The next token, which is then behind us. */
  take(): Token {
    const token = this.#next;
    this.#next = this.#read(token.end);
    return token;
  }

  /** Takes the next token if it is this punctuation mark. */
  takeMark(mark: string): boolean {
    const found = this.#next.kind === "mark" && this.#next.text === mark;
    if (found) this.take();
    return found;
  }

  /** The error that says that something else stands where `expected` should. */
  unexpected(expected: string): Error {
    const token = this.#next;
    const found = token.kind === "end" ? "the end of the text" : `"${this.#text.slice(token.at, token.end).slice(0, 40)}"`;
    return syntaxError(`Expected ${expected}, found ${found}`, token.at, this.options);
  }

  #read(from: number): Token {
    const text = this.#text;
    const at = this.#pastSpace(from);
    const character = text.charAt(at);
    if (character === "") return { kind: "end", at, end: at };
    if (/\d/.test(character) || (character === "." && /\d/.test(text.charAt(at + 1)))) {
      return { at, ...readNumber(text, at, this.options) };
    }
    if (character === "'" || character === '"') return { kind: "str", at, ...readString(text, at, false, this.options) };
    if (MARKS.includes(character)) return { kind: "mark", at, end: at + 1, text: character };
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      throw syntaxError(`"${String.fromCodePoint(text.codePointAt(at) ?? 0)}" is not part of a literal`, at, this.options);
    }
    const end = at + name.length;
    if (/^[uUrR]$/.test(name) && /['"]/.test(text.charAt(end))) {
      return { kind: "str", at, ...readString(text, end, /[rR]/.test(name), this.options) };
    }
    return { kind: "name", at, end, text: name };
  }

  #pastSpace(from: number): number {
    const text = this.#text;
    let at = from;
    for (;;) {
      while (at < text.length && SPACE.includes(text.charAt(at))) at += 1;
      if (text.charAt(at) !== "#") return at;
      const lineEnd = text.indexOf("\n", at);
      at = lineEnd === -1 ? text.length : lineEnd;
    }
  }
}
