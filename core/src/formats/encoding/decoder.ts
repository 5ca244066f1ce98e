import { codePageOf, codePages } from "./code-pages.ts";

/** What reads bytes as text: the runtime's own decoder, or one that has the same shape. */
export interface Decoder {
  /** The encoding's own name, whatever label it was asked for by. */
  readonly encoding: string;
  decode(bytes: Uint8Array, options?: { stream?: boolean }): string;
}

/** Characters that one call of `String.fromCharCode` is given: more arguments than an engine takes are refused. */
const portion = 1 << 13;

/**
 * A decoder for an encoding of the web, or for a code page of MS-DOS. A byte order mark stays in the text.
 *
 * @param label of the WHATWG Encoding standard, or of code page 437, 850, 852 or 866
 * @param fatal bytes that are none of the encoding's are refused
 * @throws {RangeError} there is no encoding of that label.
 */
export function decoderOf(label: string, fatal = false): Decoder {
  const page = codePageOf(label);
  return page === null ? new TextDecoder(label, { fatal, ignoreBOM: true }) : new CodePage(page);
}

/** One byte is one character, so that no call depends on another. */
class CodePage implements Decoder {
  readonly encoding: string;
  readonly #units: Uint16Array;

  constructor(encoding: string) {
    this.encoding = encoding;
    const upper = codePages.get(encoding) ?? "";
    this.#units = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : upper.charCodeAt(byte - 128)));
  }

  decode(bytes: Uint8Array): string {
    const units = Uint16Array.from(bytes, (byte) => this.#units[byte] as number);
    let text = "";
    for (let at = 0; at < units.length; at += portion) text += String.fromCharCode(...units.subarray(at, at + portion));
    return text;
  }
}
