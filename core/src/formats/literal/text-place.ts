import type { Place } from "../../errors.ts";

/** Line and column of a position in a text, both from 1; the column counts UTF-16 units, as editors do. */
export function textPlace(text: string, at: number): Place {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < at; end = text.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}
