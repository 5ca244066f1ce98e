import { type LiteralOptions, syntaxError } from "./syntax.ts";

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\n", ""],
]);

const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/**
 * Reads a quoted string that starts with its quote at `at`: one line, or several between triple quotes.
 *
 * Escapes are Python's; an unknown one keeps its backslash, as Python does. `raw` keeps every backslash.
 */
export function readString(text: string, at: number, raw: boolean, options: LiteralOptions): { value: string; end: number } {
  const quote = text.charAt(at);
  const mark = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  let value = "";
  let next = at + mark.length;
  while (!text.startsWith(mark, next)) {
    const character = text.charAt(next);
    if (character === "" || (character === "\n" && mark.length === 1))
      throw syntaxError("The quoted text does not end", at, options);
    if (character !== "\\") {
      value += character;
      next += 1;
    } else if (raw) {
      value += text.slice(next, next + 2);
      next += 2;
    } else {
      const escaped = readEscape(text, next, options);
      value += escaped.value;
      next = escaped.end;
    }
  }
  return { value, end: next + mark.length };
}

function readEscape(text: string, at: number, options: LiteralOptions): { value: string; end: number } {
  const letter = text.charAt(at + 1);
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4));
  if (octal) return { value: String.fromCharCode(Number.parseInt(octal[0], 8)), end: at + 1 + octal[0].length };
  if (letter === "N") throw syntaxError("Characters by name (\\N{…}) are not taken", at, options);
  const digits = HEX_DIGITS.get(letter);
  if (digits === undefined) return { value: `\\${letter}`, end: at + 1 + letter.length };
  const hex = text.slice(at + 2, at + 2 + digits);
  const code = Number.parseInt(hex, 16);
  if (!/^[0-9a-fA-F]+$/.test(hex) || hex.length < digits || code > 0x10ffff) {
    throw syntaxError(`\\${letter} needs ${digits} hexadecimal digits of a character`, at, options);
  }
  return { value: String.fromCodePoint(code), end: at + 2 + digits };
}
