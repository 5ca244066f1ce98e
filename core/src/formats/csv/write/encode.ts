import { decoderOf } from "../../encoding/decoder.ts";
import { windowsCharacters } from "../transcode.ts";

/** A text in some encoding; null: it has a character that the encoding lacks. */
export type Encode = (text: string) => Uint8Array<ArrayBuffer> | null;

const encoders = new Map<string, Encode>();

/** What writes text in an encoding, given by any label of the WHATWG Encoding standard or of MS-DOS. The web itself only writes UTF-8. */
export function encoderOf(label: string): Encode {
  const { encoding } = decoderOf(label);
  const known = encoders.get(encoding);
  if (known !== undefined) return known;
  const made = makeEncoder(encoding);
  encoders.set(encoding, made);
  return made;
}

function makeEncoder(encoding: string): Encode {
  if (encoding === "utf-8") {
    const encoder = new TextEncoder();
    return (text) => shortAscii(text) ?? encoder.encode(text);
  }
  if (encoding === "utf-16le" || encoding === "utf-16be") return (text) => wide(text, encoding === "utf-16be");
  const table = tableOf(encoding);
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      const written = table.get(character);
      if (written === undefined) return null;
      bytes.push(...written);
    }
    return Uint8Array.from(bytes);
  };
}

/** Texts up to so long are written faster without the system's encoder: most cells are numbers. */
const SHORT = 32;

function shortAscii(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > SHORT) return null;
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    if (unit > 127) return null;
    bytes[k] = unit;
  }
  return bytes;
}

/** How many bytes of UTF-8 a text is. */
export function utf8Length(text: string): number {
  for (let k = 0; k < text.length; k++) if (text.charCodeAt(k) > 127) return new TextEncoder().encode(text).length;
  return text.length;
}

function wide(text: string, isBigEndian: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length);
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    bytes[2 * k] = isBigEndian ? unit >> 8 : unit & 255;
    bytes[2 * k + 1] = isBigEndian ? unit & 255 : unit >> 8;
  }
  return bytes;
}

/** Each character's bytes, found by reading all single bytes and all pairs. What is written with more bytes is left out. */
function tableOf(encoding: string): Map<string, readonly number[]> {
  const decoder = decoderOf(encoding);
  const table = new Map<string, readonly number[]>();
  const take = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const isOne = Array.from(text).length === 1 && text !== "\ufffd";
    if (isOne && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) take([byte]);
  const isComplete = table.size === 256;
  for (let lead = 0x81; lead < 256 && !isComplete; lead++) {
    for (let trail = 0x40; trail < 256; trail++) take([lead, trail]);
  }
  mend(table);
  return table;
}

/** As reading does: where a decoder gives control characters of the upper half, windows-1252's are meant. */
function mend(table: Map<string, readonly number[]>): void {
  for (let k = 0; k < windowsCharacters.length; k++) {
    const bytes = table.get(String.fromCharCode(0x80 + k));
    const character = windowsCharacters.charAt(k);
    if (bytes !== undefined && !table.has(character)) table.set(character, bytes);
  }
}
