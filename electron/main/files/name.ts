/** Characters that some system forbids in a file's name, control characters included. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** An ending that says what a file is. */
const ENDING = /\.([A-Za-z0-9]{1,8})$/u;
/** Characters of a suggested name. */
const MOST = 120;

/**
 * The page's suggestion as a bare file name that every system takes: no folder, no reserved character, at most 120 characters, of
 * which the ending is not lost.
 */
export function safeFileName(suggestion: string): string {
  const name = suggestion.replace(FORBIDDEN, "_").replace(/^[.\s]+|[.\s]+$/gu, "");
  const ending = ENDING.exec(name)?.[0] ?? "";
  const stem = Array.from(name.slice(0, name.length - ending.length));
  return `${stem.slice(0, MOST - ending.length).join("")}${ending}` || "result";
}

/** The kind of file that a name's ending stands for, as a save dialog lists it: some systems add the ending where it is left out. */
export function ownKind(name: string): { name: string; extensions: string[] }[] {
  const [, ending] = ENDING.exec(name) ?? [];
  return ending === undefined ? [] : [{ name: `${ending.toUpperCase()} file`, extensions: [ending.toLowerCase()] }];
}
