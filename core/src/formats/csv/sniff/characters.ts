import { FormatError } from "../../../errors.ts";
import { noByte } from "../dialect.ts";

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
