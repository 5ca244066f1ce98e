/** A number as people write it, so that a sign in front of it is no formula. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Whether a spreadsheet could run a text cell as a formula: it starts with = + - @ tab, CR or NUL and is not a number.
 *
 * @see OWASP ASVS 5.0, 1.2.10
 */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  // In the order of their codes: NUL, tab, CR, +, -, =, @. Nothing else needs the closer look.
  const suspect = first === 0 || first === 9 || first === 13 || first === 43 || first === 45 || first === 61 || first === 64;
  return suspect && !NUMBER.test(text);
}

/** A text as one CSV field: quoted only where RFC 4180 needs it, quotes doubled. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
