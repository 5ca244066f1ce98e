import { FormatError } from "../errors.ts";
import { readNumber } from "../formats/literal/number-literal.ts";
import { readString } from "../formats/literal/string-literal.ts";
import { ExpressionError, type Span } from "./expression-error.ts";
import type { Token } from "./token.ts";

/** Text in UTF-16 units that an expression may have. Longer literals are read as files are. */
export const MAX_LENGTH = 1 << 22;

// Bounded, so that a hostile text cannot exhaust the matcher.
const NAME = /[\p{ID_Start}_]\p{ID_Continue}{0,99}/uy;
const SPACE = /(?:\s|#[^\n]*)+/y;
const NUMBER_LIKE = /[\w.]{1,40}/y;
const MARKS = "()[]{},:.=+-";
const CALCULATES = "*/%@&|^~<>!";

/** Said where an operator stands. */
export const NO_CALCULATION = "Argscope does not calculate here: an expression takes views of one array and one reduction.";

/** Cuts an expression into tokens, with one token of lookahead. Spaces, line ends and comments are passed over. */
export class Tokens {
  readonly #text: string;
  #last: Span = { start: 0, end: 0 };
  #next: Token;

  constructor(text: string) {
    this.#text = text;
    if (text.length > MAX_LENGTH) {
      const reason = `An expression has at most ${MAX_LENGTH} characters; this one has ${text.length}.`;
      throw new ExpressionError(reason, { start: MAX_LENGTH, end: text.length });
    }
    this.#next = this.#read(0);
  }

  peek(): Token {
    return this.#next;
  }

  take(): Token {
    const token = this.#next;
    this.#last = token;
    this.#next = this.#read(token.end);
    return token;
  }

  isMark(mark: string): boolean {
    return this.#next.kind === "mark" && this.#next.text === mark;
  }

  takeMark(mark: string): boolean {
    const found = this.isMark(mark);
    if (found) this.take();
    return found;
  }

  /** Where the last token that was taken ends. */
  get end(): number {
    return this.#last.end;
  }

  /** The error at the next token; at the end of the text it marks what stands last, for nothing can be underlined there. */
  refuse(reason: string): ExpressionError {
    return new ExpressionError(reason, this.#next.kind === "end" ? this.#last : this.#next);
  }

  #read(from: number): Token {
    const text = this.#text;
    SPACE.lastIndex = from;
    const start = from + (SPACE.exec(text)?.[0].length ?? 0);
    const character = text.charAt(start);
    if (character === "") return { kind: "end", start, end: start };
    if (text.startsWith("...", start)) return { kind: "mark", text: "...", start, end: start + 3 };
    if (isDigit(character) || (character === "." && isDigit(text.charAt(start + 1)))) return this.#number(start);
    if (character === "'" || character === '"') return this.#string(start);
    if (MARKS.includes(character)) return { kind: "mark", text: character, start, end: start + 1 };
    if (CALCULATES.includes(character)) throw new ExpressionError(NO_CALCULATION, { start, end: start + 1 });
    NAME.lastIndex = start;
    const name = NAME.exec(text)?.[0];
    if (name !== undefined) return { kind: "name", text: name, start, end: start + name.length };
    const unknown = String.fromCodePoint(text.codePointAt(start) as number);
    throw new ExpressionError(`The character ${unknown} has no meaning here.`, { start, end: start + unknown.length });
  }

  #number(start: number): Token {
    const number = understood(() => readNumber(this.#text, start, OPTIONS));
    if (number !== null) return { ...number, start };
    NUMBER_LIKE.lastIndex = start;
    const written = NUMBER_LIKE.exec(this.#text)?.[0] ?? "";
    throw new ExpressionError("This is not a whole or decimal number.", { start, end: start + written.length });
  }

  #string(start: number): Token {
    const string = understood(() => readString(this.#text, start, false, OPTIONS));
    if (string !== null) return { kind: "str", ...string, start };
    const line = this.#text.indexOf("\n", start);
    const end = line === -1 ? this.#text.length : line;
    throw new ExpressionError("The quoted text does not end, or an escape in it is not understood.", { start, end });
  }
}

// The place is ours to give; what the readers of literals say about it is not used.
const OPTIONS = { maxLength: MAX_LENGTH, maxDepth: 0, longSuffix: false, place: (at: number) => ({ byte: at }) };

function understood<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
