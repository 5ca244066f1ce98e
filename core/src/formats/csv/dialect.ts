/** How a CSV file is written: what parts its cells and rows. Characters are ASCII, given as their byte. */
export interface Dialect {
  readonly delimiter: number;
  readonly quote: number;
}

export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const tab = 9;
export const doubleQuote = 34;

/** A byte as it is named in messages. */
export function nameOfDelimiter(byte: number): string {
  const names: Record<number, string> = { 44: "comma", 59: "semicolon", 9: "tab", 124: "pipe", 32: "space" };
  return names[byte] ?? `"${String.fromCharCode(byte)}"`;
}
