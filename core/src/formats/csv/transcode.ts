import { type ByteSource, blocksOf } from "../byte-source.ts";
import { type Decoder, decoderOf } from "../encoding/decoder.ts";
import { readSpan } from "../read-span.ts";
import { carriageReturn, lineFeed } from "./dialect.ts";
import type { Task } from "./task.ts";

/**
 * What windows-1252 has at 0x80 … 0x9f, in place of the characters U+0080 … U+009F that Unicode means for control. Written out,
 * because the TextDecoder of some Nodes (20.20 among them) leaves the controls as they are.
 */
export const windowsCharacters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const dosPound = "\u009c";
const controls = /[\u0080-\u009f]/g;

/** Bytes of the file that are decoded at once: what reading a few rows costs. */
const pieceSize = 1 << 18;

/**
 * The source's text as UTF-8, decoded where it is read and never kept. Control characters of the upper half become what
 * windows-1252 has in their place: that is how they came into the text. Closing it does not close the source.
 *
 * Decodes everything once to know where the pieces are that can be decoded by themselves.
 *
 * @param start where text starts, behind a byte order mark
 */
export async function transcoded(source: ByteSource, encoding: string, start: number, task: Task): Promise<ByteSource> {
  const text = new TranscodedSource(source, encoding, start);
  await text.index(task);
  return text;
}

/** Whether a text is decoded from a file in another encoding, so that its bytes have other places there. */
export function isTranscoded(text: ByteSource): text is TranscodedSource {
  return text instanceof TranscodedSource;
}

class TranscodedSource implements ByteSource {
  readonly name: string;
  size = 0;
  readonly #source: ByteSource;
  readonly #decoder: Decoder;
  readonly #encoder = new TextEncoder();
  readonly #start: number;
  /** Where each piece starts, in the file and in the text, and last where all ends. */
  #inFile: number[] = [];
  #inText: number[] = [];
  /** The piece that was read last. */
  #last = -1;
  #lastText: Promise<Uint8Array> = Promise.resolve(new Uint8Array(0));

  constructor(source: ByteSource, encoding: string, start: number) {
    this.name = source.name;
    this.#source = source;
    this.#decoder = decoderOf(encoding);
    this.#start = start;
  }

  /** Finds the pieces; again when the source has become another. */
  async index(task: Task): Promise<void> {
    const source = this.#source;
    this.size = 0;
    this.#inFile = [this.#start];
    this.#inText = [0];
    this.#last = -1;
    const endOf = lineEndFinder(this.#decoder.encoding);
    let rest = new Uint8Array(0);
    let read = this.#start;
    for await (const block of blocksOf(source, read)) {
      const bytes = new Uint8Array(rest.length + block.length);
      bytes.set(rest);
      bytes.set(block, rest.length);
      read += block.length;
      let from = 0;
      while (bytes.length - from > pieceSize) {
        // A line end is an end between characters in every encoding of the web. A line may be longer than a piece.
        const to = endOf(bytes, from, from + pieceSize);
        if (to === from) break;
        this.#add(bytes.subarray(from, to));
        from = to;
      }
      rest = bytes.slice(from);
      await task.step(read, 2 * source.size);
    }
    if (rest.length > 0) this.#add(rest);
  }

  /** Appends what comes next in the file. */
  #add(bytes: Uint8Array): void {
    this.size += this.#decode(bytes).length;
    this.#inFile.push((this.#inFile.at(-1) ?? 0) + bytes.length);
    this.#inText.push(this.size);
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(end - start);
    for (let piece = this.#pieceAt(start), at = start; at < end; piece++) {
      const from = this.#inText[piece] as number;
      const part = (await this.#textOf(piece)).subarray(at - from, end - from);
      bytes.set(part, at - start);
      at += part.length;
    }
    return bytes;
  }

  /** Where positions of the text, which ascend and lie between characters, are in the file. */
  async placesInFile(positions: readonly number[]): Promise<number[]> {
    const places: number[] = [];
    for (let k = 0; k < positions.length; ) {
      const piece = this.#pieceAt(positions[k] as number);
      const next = this.#inText[piece + 1] ?? Number.POSITIVE_INFINITY;
      const inPiece: number[] = [];
      while (k < positions.length && ((positions[k] as number) <= next || next === this.size))
        inPiece.push(positions[k++] as number);
      places.push(...(await this.#placesInPiece(piece, inPiece)));
    }
    return places;
  }

  close(): void {}

  /** Decodes byte by byte: only so it is known which bytes a character is. */
  async #placesInPiece(piece: number, positions: readonly number[]): Promise<number[]> {
    const start = this.#inFile[piece] as number;
    const bytes = await readSpan(this.#source, start, this.#inFile[piece + 1] as number);
    const decoder = decoderOf(this.#decoder.encoding);
    let at = 0;
    let inText = this.#inText[piece] as number;
    return positions.map((position) => {
      while (inText < position && at < bytes.length) {
        const text = decoder.decode(bytes.slice(at, at + 1), { stream: true });
        at++;
        if (text !== "") inText += this.#encoder.encode(mended(text)).length;
      }
      return start + at;
    });
  }

  #pieceAt(position: number): number {
    let low = 0;
    let high = this.#inText.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#inText[middle] as number) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  #textOf(piece: number): Promise<Uint8Array> {
    if (piece === this.#last) return this.#lastText;
    const text = this.#source
      .read(this.#inFile[piece] as number, this.#inFile[piece + 1] as number)
      .then((bytes) => this.#decode(bytes));
    this.#last = piece;
    this.#lastText = text;
    // A failed read is tried again.
    text.catch(() => {
      if (this.#lastText === text) this.#last = -1;
    });
    return text;
  }

  #decode(bytes: Uint8Array): Uint8Array {
    // A copy: the browser's decoder refuses bytes in shared memory.
    const text = this.#decoder.decode(bytes.slice());
    return this.#encoder.encode(mended(text));
  }
}

function mended(text: string): string {
  return text.replaceAll(controls, (control, at: number) => {
    // DOS wrote the pound sign with the byte that Windows has for a letter, and a letter stands beside others.
    const isPound = control === dosPound && !isLetter(text[at - 1]) && !isLetter(text[at + 1]);
    return isPound ? "£" : windowsCharacters.charAt(control.charCodeAt(0) - 0x80);
  });
}

function isLetter(character = " "): boolean {
  return /\p{L}/u.test(character);
}

/**
 * Finds where the last line that ends in `bytes[from, to)` ends; `from` where none does.
 *
 * @param encoding by its own name, as the decoder knows it
 */
function lineEndFinder(encoding: string): (bytes: Uint8Array, from: number, to: number) => number {
  const wide = /^utf-16(le|be)$/.exec(encoding)?.[1];
  const unit = wide === undefined ? 1 : 2;
  const low = wide === "be" ? 1 : 0;
  return (bytes, from, to) => {
    for (let at = to - unit; at >= from; at -= unit) {
      const byte = bytes[at + low];
      if ((byte === lineFeed || byte === carriageReturn) && (unit === 1 || bytes[at + 1 - low] === 0)) return at + unit;
    }
    return from;
  };
}
