const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const LIST = 91;
const LIST_END = 93;
const OBJECT = 123;
const OBJECT_END = 125;

/**
 * The first elements of a JSON list, or the first values of a file with one on each line, as JSON of their own.
 *
 * @param bytes the start of a UTF-8 file @param most elements that are wanted
 * @returns null where it holds no whole element, or is one object: its end is not known
 */
export function jsonHead(bytes: Uint8Array, most: number): Uint8Array | null {
  let depth = 0;
  let count = 0;
  // Where the last whole element ends.
  let end = 0;
  // The first value is still open: it is a list, whose elements are the rows, or it is a row itself.
  let isFirst = true;
  for (let at = 0; at < bytes.length && count < most; at++) {
    switch (bytes[at]) {
      case QUOTE:
        at = stringEnd(bytes, at);
        break;
      case LIST:
      case OBJECT:
        depth++;
        break;
      case LIST_END:
      case OBJECT_END:
        depth--;
        if (depth > 0) break;
        // What was met so far were the elements of the first line's list.
        if (isFirst) count = 0;
        isFirst = false;
        count++;
        end = at + 1;
        break;
      case COMMA:
        if (!isFirst || depth !== 1) break;
        count++;
        end = at;
    }
  }
  const opening = bytes.find((byte) => byte > 32);
  if (isFirst) return opening === LIST && end > 0 ? closed(bytes.subarray(0, end)) : null;
  return count > 1 ? bytes.subarray(0, end) : null;
}

function closed(list: Uint8Array): Uint8Array {
  const whole = new Uint8Array(list.length + 1);
  whole.set(list);
  whole[list.length] = LIST_END;
  return whole;
}

/** Where a string's closing quote is; the end of the bytes where it has none. */
function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
