import { FormatError } from "../../../errors.ts";
import { noByte } from "../dialect.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A text with the ASCII characters of the bytes, each in its place where all are ASCII: it is searched faster than they are. */
export function charactersOf(bytes: Uint8Array): string {
  // A decoder refuses shared memory.
  return decoder.decode(bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice());
}

/** @param characters `charactersOf(bytes)` */
export function isAscii(bytes: Uint8Array, characters: string): boolean {
  // Every other character takes several bytes, or is one that could not be read.
  return characters.length === bytes.length && !characters.includes("\ufffd");
}

/** The byte of one ASCII character that was chosen. @param what it is for, in messages */
export function asciiByte(character: string, what: string): number {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < 128 && code !== 10 && code !== 13) return code;
  throw new FormatError(`The ${what} must be one ASCII character, not "${character}".`);
}

/** A character that was chosen, or chosen to be none. */
export function characterByte(character: string, what: string): number {
  return character === "none" ? noByte : asciiByte(character, what);
}

/** As `characterByte`; undefined where nothing was chosen. */
export function optionalByte(character: string | undefined, what: string): number | undefined {
  return character === undefined ? undefined : characterByte(character, what);
}
