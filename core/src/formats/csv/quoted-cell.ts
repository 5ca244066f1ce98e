import { carriageReturn, type Dialect, hasRuns, lineFeed, space } from "./dialect.ts";

/** A quote that is not closed within so many lines is taken for text. */
const strayLines = 3;

/**
 * Where, in the record that starts at `from`, a quote opens a cell that goes on over several lines to the end of the bytes: it
 * stands alone, most likely. -1 where none does.
 */
export function strayQuote(bytes: Uint8Array, from: number, dialect: Dialect): number {
  const runs = hasRuns(dialect);
  for (let at = from; at < bytes.length; at++) {
    if (runs) while (bytes[at] === space) at++;
    if (bytes[at] === dialect.quote) {
      const close = quotedEnd(bytes, at, dialect.quote);
      if (isStray(bytes, at, close, dialect.delimiter)) return at;
      at = close;
    }
    while (at < bytes.length && !isCellEnd(bytes[at], dialect.delimiter)) at++;
    if (bytes[at] !== dialect.delimiter) return -1;
    if (dialect.trimStart) while (bytes[at + 1] === space) at++;
  }
  return -1;
}

/** Nothing closes the quotes, or what does is inside a later line's cell. */
export function isStray(bytes: Uint8Array, open: number, close: number, delimiter: number): boolean {
  if (close === bytes.length) return linesIn(bytes, open, close) >= strayLines;
  return !isCellEnd(bytes[close], delimiter) && linesIn(bytes, open, close) > 0;
}

/** The position behind the closing quote; the end where there is none. */
export function quotedEnd(bytes: Uint8Array, start: number, quote: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at + 1;
    at++;
  }
  return bytes.length;
}

export function linesIn(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) lines++;
  }
  return lines;
}

function isCellEnd(byte: number | undefined, delimiter: number): boolean {
  return byte === delimiter || byte === lineFeed || byte === carriageReturn;
}
