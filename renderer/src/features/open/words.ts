import type { ReadingOptions } from "@argscope/core/contract/opening.ts";

/** What is stored and what a person reads, of each choice. */
export type Choices = readonly (readonly [value: string, name: string])[];

export const DELIMITERS: Choices = [
  [",", "comma ,"],
  [";", "semicolon ;"],
  ["\t", "tab"],
  ["|", "pipe |"],
  [" ", "space"],
  ["spaces", "any number of spaces"],
  [":", "colon :"],
];

export const QUOTES: Choices = [
  ['"', 'double quotes "'],
  ["'", "single quotes '"],
  ["none", "none: quotes are text"],
];

export const ESCAPES: Choices = [
  ["\\", 'backslash: \\"'],
  ["none", 'none: doubled, ""'],
];

/** The encodings that spreadsheets and older programs write, by their labels in the WHATWG Encoding standard, or of MS-DOS. */
export const ENCODINGS: Choices = [
  ["utf-8", "UTF-8"],
  ["windows-1252", "Windows-1252 (Western)"],
  ["utf-16le", "UTF-16 LE"],
  ["utf-16be", "UTF-16 BE"],
  ["windows-1250", "Windows-1250 (Central European)"],
  ["iso-8859-2", "ISO 8859-2 (Central European)"],
  ["windows-1251", "Windows-1251 (Cyrillic)"],
  ["koi8-r", "KOI8-R (Russian)"],
  ["windows-1253", "Windows-1253 (Greek)"],
  ["windows-1254", "Windows-1254 (Turkish)"],
  ["windows-1255", "Windows-1255 (Hebrew)"],
  ["windows-1256", "Windows-1256 (Arabic)"],
  ["iso-8859-15", "ISO 8859-15 (Western, with euro)"],
  ["macintosh", "Mac Roman"],
  ["ibm437", "IBM 437 (MS-DOS, American)"],
  ["ibm850", "IBM 850 (MS-DOS, Western)"],
  ["ibm852", "IBM 852 (MS-DOS, Central European)"],
  ["ibm866", "IBM 866 (MS-DOS, Cyrillic)"],
  ["gb18030", "GB 18030 (Chinese)"],
  ["big5", "Big5 (Chinese)"],
  ["shift_jis", "Shift JIS (Japanese)"],
  ["euc-jp", "EUC-JP (Japanese)"],
  ["euc-kr", "EUC-KR (Korean)"],
];

export const HEADERS: Choices = [
  ["none", "none"],
  ...Array.from({ length: 9 }, (_, k) => [String(k + 1), String(k + 1)] as const),
];

export const DECIMALS: Choices = [
  [".", "point ."],
  [",", "comma ,"],
];

export const THOUSANDS: Choices = [
  [",", "comma ,"],
  [".", "point ."],
  ["'", "apostrophe '"],
  [" ", "space"],
  ["_", "underscore _"],
  ["none", "none"],
];

export const COMMENTS: Choices = [
  ["#", "lines that start with #"],
  ["%", "lines that start with %"],
  [";", "lines that start with ;"],
  ["!", "lines that start with !"],
  ["none", "none"],
];

export type NumberForm = NonNullable<ReadingOptions["numbers"]>[number];

/** Ways to write a number that are text unless they are asked for. */
export const NUMBER_FORMS: readonly (readonly [NumberForm, string])[] = [
  ["percent", "percentages: 12.5 %"],
  ["currency", "amounts of money: € 1,200.50"],
  ["hex", "hexadecimal: 0x1F"],
];

export const DATES: Choices = [
  ["dmy", "day first: 3 April"],
  ["mdy", "month first: 4 March"],
];

/** The name of a value; of one that is in no list, itself in quotes. */
export function nameIn(choices: Choices, value: string): string {
  return choices.find(([known]) => known === value)?.[1] ?? `“${value}”`;
}
