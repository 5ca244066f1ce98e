/** The narrowest that letters are drawn on average, in px, and those of scripts that fill a square. */
const LETTER = 6;
const SQUARE = 13;
/** The first code unit of the scripts that fill a square. */
const FIRST_SQUARE = 0x2e80;
/** At both sides of a cell. */
const PADDING = 16;

/**
 * What the pointer is told of a text that may be cut: the whole of it, else nothing. It is guessed, not measured: a title that
 * was not needed does no harm, and measuring every cell would cost the page's thread.
 *
 * @param width of the cell, in px.
 */
export function titleOfCut(text: string, width: number): string {
  let room = width - PADDING;
  for (let k = 0; k < text.length && room >= 0; k++) room -= text.charCodeAt(k) < FIRST_SQUARE ? LETTER : SQUARE;
  return room < 0 ? text : "";
}
