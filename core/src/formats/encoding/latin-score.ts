import type { Letters } from "./latin-languages.ts";

/** What a letter is worth that another language has. */
const foreign = 0.5;

/**
 * How much sense a text makes, a point for each character beyond ASCII that stands where such characters do: letters of one
 * language in words, signs beside them. What stands where it cannot costs a point; a sign that may stand anywhere is half a one.
 *
 * @param languages the text is in one of them, with words of the others
 */
export function latinScore(text: string, languages: readonly Letters[]): number {
  const letters = new Map<string, number>();
  let score = 0;
  for (const { 0: character, index } of text.matchAll(/[^\0-\x7f]/g)) {
    const [before = " ", after = " "] = [text[index - 1], text[index + 1]];
    if (!isLetter(character)) score += signScore(character, before, after);
    else if (isInWord(character, before, after)) {
      const small = character.toLowerCase();
      letters.set(small, (letters.get(small) ?? 0) + 1);
    } else score--;
  }
  return score + Math.max(...languages.map((language) => lettersScore(letters, language, languages)));
}

function lettersScore(letters: ReadonlyMap<string, number>, language: Letters, others: readonly Letters[]): number {
  let score = 0;
  for (const [letter, count] of letters) {
    const worth = language.has(letter) ? 1 : others.some((other) => other.has(letter)) ? foreign : -1;
    score += worth * count;
  }
  return score;
}

/** Letters stand beside letters, and a large one does not follow a small one. */
function isInWord(letter: string, before: string, after: string): boolean {
  return (isLetter(before) || isLetter(after)) && !(isSmall(before) && !isSmall(letter));
}

function signScore(sign: string, before: string, after: string): number {
  const [isBehind, isAhead] = [isLetter(before), isLetter(after)];
  if (sign === "’") return isBehind || !isAhead ? 1 : -1;
  if (opening.has(sign)) return !isBehind && after !== " " ? 1 : -1;
  if (closing.has(sign)) return !isAhead && before !== " " ? 1 : -1;
  if (dashes.has(sign)) return (before === " ") === (after === " ") ? 1 : -1;
  if (isDrawn(sign)) return isDrawn(before) || isDrawn(after) ? 0.5 : -1;
  if (isControl(sign)) return -1;
  return isBehind && isAhead ? -1 : 0.5;
}

const opening = new Set("“‘„‚‹");
const closing = new Set("”›…");
const dashes = new Set("–—");

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function isSmall(character: string): boolean {
  return /\p{Ll}/u.test(character);
}

/** A line or block of a frame. */
function isDrawn(character: string): boolean {
  return character >= "\u2500" && character <= "\u259f";
}

/** No text means these. */
function isControl(character: string): boolean {
  return character >= "\u0080" && character <= "\u009f";
}
