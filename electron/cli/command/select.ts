import type { Selection } from "./request.ts";
import { UsageError } from "./usage-error.ts";

/** A text in quotes as Python's literals have it, without escapes: a field's name. */
const quoted = /^\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*$/;

/**
 * The steps of `a[:, 2:5]`, `a['x'][0]` or the bare index `:, 2:5`. What stands between the brackets is for the engine to read.
 */
export function selectionOf(text: string): Selection {
  const body = /^\s*a\s*(?=\[)/.exec(text);
  if (body === null) {
    if (text.includes("[") || text.trim() === "a") throw wrong(text);
    return [stepOf(text)];
  }
  const steps: Selection[number][] = [];
  // A bracket inside quotes belongs to a name.
  const bracket = /\s*\[((?:'[^']*'|"[^"]*"|[^[\]'"])*)\]\s*/y;
  bracket.lastIndex = body[0].length;
  while (bracket.lastIndex < text.length) {
    const match = bracket.exec(text);
    if (match === null) throw wrong(text);
    steps.push(stepOf(match[1] ?? ""));
  }
  return steps;
}

function stepOf(text: string): Selection[number] {
  const name = quoted.exec(text);
  return name === null ? { index: text } : { field: name[1] ?? name[2] ?? "" };
}

function wrong(text: string): UsageError {
  return new UsageError(`--select takes an index such as 'a[:, 2:5]', not "${text}".`);
}
