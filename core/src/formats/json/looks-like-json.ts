/** What JSON is made of, and the literals of Python that look like it. */
const TOKEN =
  /\s+|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[[\]{}(),:]|[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:true|false|null|NaN|Infinity|True|False|None|nan|inf)\b/uy;

/** Enough to tell. */
const FEW_TOKENS = 200;

/**
 * Whether text is meant as JSON, or as a Python literal in brackets: it starts with a bracket, and what follows is made of
 * JSON's tokens. A CSV may start with a bracket as well: `[time],value`, or a log's `[12/Nov/2026`.
 *
 * @param text the start of the file @param whole the text is all of it
 */
export function looksLikeJson(text: string, whole: boolean): boolean {
  if (/^\s*\{\s*["}]/u.test(text)) return true;
  if (!/^\s*\[/u.test(text)) return false;
  // Someone meant an array: what is wrong in it is better told by its reader.
  if (whole && /\]\s*$/u.test(text)) return true;
  let depth = 0;
  let at = 0;
  for (let count = 0; count < FEW_TOKENS && at < text.length; count++) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    // A sample may end inside a token, and a damaged file inside a string.
    if (token === undefined) return /^"[^"\n]*$/u.test(text.slice(at)) || (!whole && text.length - at < 64);
    at += token.length;
    if (/^[[{(]/u.test(token)) depth++;
    else if (depth === 0 && !/^\s/u.test(token)) return false;
    else if (/^[\]})]/u.test(token)) depth--;
  }
  return true;
}
