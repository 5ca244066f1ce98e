import type { Span } from "./expression-error.ts";

/** A call whose bracket is still open at the caret. */
export interface OpenCall {
  readonly owner: "module" | "random" | "generator" | "member";
  readonly name: string;
  /** Arguments by place, and the names of those by name, before the one at the caret. */
  readonly places: number;
  readonly names: readonly string[];
  /** The text of the array that the call is about: what the method stands behind, or the first argument. */
  readonly array: string;
}

/** Where the caret stands, and the word there: from `start` to `end`, of which `word` is the part before the caret. */
export type Around = Span & { readonly word: string } & (
    | { readonly place: "start" | "module" | "random" | "generator" | "member" | "dtype" | "index" | "list" | "nowhere" }
    | { readonly place: "argument"; readonly call: OpenCall }
    | { readonly place: "value"; readonly call: OpenCall; readonly name: string }
  );

interface Piece extends Span {
  readonly text: string;
}

// Text that is being written is rarely an expression yet, so it is cut without judging it.
const PIECE = /[\p{ID_Start}_]\p{ID_Continue}*|'[^']*'?|"[^"]*"?|\d[\w.]*|\S/gu;
const WORD_BEFORE = /[\p{ID_Start}_]\p{ID_Continue}{0,99}$/u;
const WORD_AFTER = /^\p{ID_Continue}{0,99}/u;
const WORD = /^[\p{ID_Start}_]/u;
/** Text that is longer is not completed in. */
const MAX_LENGTH = 10_000;

/** Reads what stands around the caret. */
export function aroundCaret(text: string, caret: number): Around {
  const at = Math.max(0, Math.min(caret, text.length));
  if (at > MAX_LENGTH) return { place: "nowhere", word: "", start: at, end: at };
  const word = WORD_BEFORE.exec(text.slice(0, at))?.[0] ?? "";
  const start = at - word.length;
  const end = at + (WORD_AFTER.exec(text.slice(at, at + 100))?.[0].length ?? 0);
  const before = piecesOf(text.slice(0, start));
  return { ...place(text, before), word, start, end } as Around;
}

function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

type Place =
  | { readonly place: Exclude<Around["place"], "argument" | "value"> }
  | { readonly place: "argument"; readonly call: OpenCall }
  | { readonly place: "value"; readonly call: OpenCall; readonly name: string };

function place(text: string, before: readonly Piece[]): Place {
  const last = before.at(-1)?.text;
  if (last === undefined) return { place: "start" };
  if (last === ".") {
    const owner = ownerOf(before.slice(0, -1));
    const isDtype = owner === "module" && before.at(-3)?.text === "=" && before.at(-4)?.text === "dtype";
    return { place: isDtype ? "dtype" : (owner ?? "nowhere") };
  }
  if (!["(", "[", ",", "=", ":"].includes(last)) return { place: "nowhere" };
  const open = openBracket(before);
  if (open === -1) return { place: "nowhere" };
  const inside = before.slice(open + 1);
  if (before[open]?.text === "[") return { place: isValue(before[open - 1]) ? "index" : "list" };
  const call = openCall(text, before, open);
  if (call === null) return { place: last === "(" ? "start" : "nowhere" };
  if (last !== "=") return last === ":" ? { place: "nowhere" } : { place: "argument", call };
  return { place: "value", call, name: inside.at(-2)?.text ?? "" };
}

/** What the name behind a point belongs to. */
function ownerOf(before: readonly Piece[]): OpenCall["owner"] | null {
  const [third, second, first] = [before.at(-3)?.text, before.at(-2)?.text, before.at(-1)];
  if (first === undefined || !isValue(first)) return null;
  const isFirst = second !== ".";
  if (isFirst && isNumpyName(first.text)) return "module";
  if (first.text === "random" && second === "." && isNumpyName(third)) return "random";
  if (first.text === ")") {
    const open = openBracket(before.slice(0, -1));
    if (before[open - 1]?.text === "default_rng") return "generator";
  }
  return "member";
}

function isNumpyName(text: string | undefined): boolean {
  return text === "np" || text === "numpy";
}

function isValue(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.text === ")" || piece.text === "]" || WORD.test(piece.text));
}

/** The place of the last bracket that is still open; -1 where there is none. */
function openBracket(pieces: readonly Piece[]): number {
  let depth = 0;
  for (let k = pieces.length - 1; k >= 0; k--) {
    const { text } = pieces[k] as Piece;
    if (text === ")" || text === "]") depth++;
    else if ((text === "(" || text === "[") && depth-- === 0) return k;
  }
  return -1;
}

function openCall(text: string, before: readonly Piece[], open: number): OpenCall | null {
  const name = before[open - 1];
  if (name === undefined || !WORD.test(name.text) || before[open - 2]?.text !== ".") return null;
  const owner = ownerOf(before.slice(0, open - 2));
  if (owner === null) return null;
  const given = split(before.slice(open + 1)).slice(0, -1);
  const names = given.filter((argument) => argument[1]?.text === "=").map((argument) => (argument[0] as Piece).text);
  const first = given[0] ?? [];
  const array = owner === "member" ? textOf(text, chainBefore(before, open - 2)) : textOf(text, first);
  return { owner, name: name.text, places: given.length - names.length, names, array };
}

/** The arguments up to the caret; the last is the one that is being written. */
function split(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces) {
    if ("([".includes(piece.text)) depth++;
    if (")]".includes(piece.text)) depth--;
    if (piece.text === "," && depth === 0) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

/** The pieces that end before `end` and make one value. */
function chainBefore(before: readonly Piece[], end: number): Piece[] {
  let depth = 0;
  let from = end;
  while (from > 0) {
    const { text } = before[from - 1] as Piece;
    if (text === ")" || text === "]") depth++;
    if (depth === 0 && ["(", "[", ",", "=", ":"].includes(text)) break;
    if (text === "(" || text === "[") depth--;
    from--;
  }
  return before.slice(from, end);
}

function textOf(text: string, pieces: readonly Piece[]): string {
  return text.slice(pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0);
}
