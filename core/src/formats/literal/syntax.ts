import { FormatError, type Place } from "../../errors.ts";

/** What a reader of literals may be asked to do differently. */
export interface LiteralOptions {
  /** Longest text that is taken, in UTF-16 units. */
  readonly maxLength: number;
  /** Deepest nesting of brackets that is taken. */
  readonly maxDepth: number;
  /** Take Python 2's `3L` for 3, as NumPy does in headers of .npy versions 1 and 2. */
  readonly longSuffix: boolean;
  /** Turns a position in the text into a place in the file it came from. */
  readonly place: (at: number) => Place;
}

/** The text is no literal: what was wrong, at which position. */
export function syntaxError(what: string, at: number, options: LiteralOptions): FormatError {
  const place = options.place(at);
  const where = place.byte === undefined ? `line ${place.line}, column ${place.column}` : `byte ${place.byte}`;
  return new FormatError(`${what} (${where}).`, place);
}
