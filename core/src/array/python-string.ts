const NAMED: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Everything that Python does not print as it is: controls, formats, surrogates, private, unassigned, separators but the space. */
const UNPRINTABLE = /[\\\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/**
 * A text as Python's `repr` writes it: in single quotes unless it holds one and no double quote; what cannot be printed as an
 * escape. Which characters are assigned is a matter of the Unicode version, which may be newer here than in Python.
 *
 * @see Objects/unicodeobject.c, unicode_repr
 */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(UNPRINTABLE, escapeOf);
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** Bytes as Python's `repr` writes them: what is no ASCII as an escape. */
export function pythonBytes(bytes: Uint8Array): string {
  const text = pythonString(latin1(bytes));
  return `b${text.replaceAll(/[\u007f-\u00ff]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`)}`;
}

/** Bytes as the characters of the same codes. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number) => code.toString(16).padStart(digits, "0");
  return NAMED.get(character) ?? (code < 0x100 ? `\\x${hex(2)}` : code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`);
}
