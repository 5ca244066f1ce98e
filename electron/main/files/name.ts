/** Characters that some system forbids in a file's name, control characters included. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** The page's suggestion as a bare file name that every system takes: no folder, no reserved character, at most 120 characters. */
export function safeFileName(suggestion: string): string {
  const name = suggestion.replace(FORBIDDEN, "_").replace(/^[.\s]+|[.\s]+$/gu, "");
  return Array.from(name).slice(0, 120).join("") || "result";
}
