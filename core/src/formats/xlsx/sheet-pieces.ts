import type { Part } from "./workbook-parts.ts";

/** A piece is read without a pause: about a fifth of a second. In bytes. */
const PIECE_BYTES = 1 << 22;
/** Shared texts are read again with every piece: it is so many times as large. */
const TIMES_TEXTS = 4;
/** What stands before a worksheet's rows is within so many bytes. */
const FRONT_BYTES = 1 << 20;

/** The start of a row or a cell, up to its number where it has one. */
const numbered = /<((?:\w+:)?(?:row|c)\b)(?:([^>]*? r=["'])([A-Z]*)(\d+))?/g;

const rowEnd = new TextEncoder().encode("row>");
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The parts of a workbook with some of the rows of each worksheet. */
export interface Piece {
  readonly parts: readonly Part[];
  /** Share of the workbook that was given out with it. */
  readonly share: number;
}

/**
 * A workbook in pieces that are workbooks themselves, so that a large one can be read with pauses. The first row of each worksheet
 * in a piece has one cell, the number of rows before the piece; its other rows are numbered behind that one.
 *
 * @param mend what is done to the rows of a piece
 * @returns null where no worksheet is so large that it has to be cut, or none can be
 */
export function sheetPieces(
  parts: readonly Part[],
  isSheet: (name: string) => boolean,
  mend: (xml: string) => string,
): Generator<Piece> | null {
  const texts = parts.reduce((sum, { name, content }) => sum + (/\/sharedStrings\./i.test(name) ? content.length : 0), 0);
  const size = Math.max(PIECE_BYTES, TIMES_TEXTS * texts);
  const sheets = parts.filter(({ name }) => isSheet(name));
  if (!sheets.some(({ content }) => content.length > size)) return null;
  // Small ones too: whichever is read, its pieces are alike.
  const cutters = sheets.map((part) => cutter(part));
  if (cutters.includes(null)) return null;
  return piecesOf(parts, cutters as Cutter[], size, mend);
}

function* piecesOf(
  parts: readonly Part[],
  cutters: readonly Cutter[],
  size: number,
  mend: (xml: string) => string,
): Generator<Piece> {
  const total = cutters.reduce((sum, { part }) => sum + part.content.length, 0);
  for (let left = true; left; ) {
    const cut = new Map(cutters.map((sheet) => [sheet.part.name, encoder.encode(mend(sheet.next(size)))]));
    const given = cutters.reduce((sum, { at }) => sum + at, 0);
    left = cutters.some((sheet) => !sheet.isDone);
    yield { parts: parts.map((part) => ({ ...part, content: cut.get(part.name) ?? part.content })), share: given / total };
  }
}

/** Null where the rows do not begin as they do in every worksheet. */
function cutter(part: Part): Cutter | null {
  const front = decoder.decode(part.content.slice(0, FRONT_BYTES));
  const found = /<((?:\w+:)?)sheetData\s*(\/?)>/.exec(front);
  if (found === null) return null;
  const [opening, prefix = "", isEmpty] = found;
  const before = front.slice(0, found.index);
  if (isEmpty === "/") return new Cutter({ ...part, content: encoder.encode(before) }, `${before}<${prefix}sheetData>`, prefix);
  return new Cutter(part, before + opening, prefix);
}

class Cutter {
  readonly part: Part;
  readonly #front: string;
  readonly #prefix: string;
  at: number;
  isDone = false;
  /** The last row's number. */
  #row = 0;

  constructor(part: Part, front: string, prefix: string) {
    this.part = part;
    this.#front = front;
    this.#prefix = prefix;
    this.at = Math.min(encoder.encode(front).length, part.content.length);
    this.isDone = this.at === part.content.length;
  }

  /** The next rows, about so many bytes of them, as a worksheet. */
  next(size: number): string {
    const { content } = this.part;
    const p = this.#prefix;
    const before = this.#row;
    const start = this.at;
    this.at = this.isDone ? start : cutAt(content, start, size);
    this.isDone = this.at === content.length;
    const rows = this.#renumbered(decoder.decode(content.slice(start, this.at)), before);
    const marker = `<${p}row r="1"><${p}c r="A1"><${p}v>${before}</${p}v></${p}c></${p}row>`;
    return `${this.#front}${marker}${rows}${this.isDone && start < this.at ? "" : `</${p}sheetData></${p}worksheet>`}`;
  }

  /** Rows and cells count from the piece's second row. A row without a number follows the one before it. */
  #renumbered(text: string, before: number): string {
    return text.replaceAll(
      numbered,
      (tag: string, name: string, attributes: string | undefined, column: string, row: string) => {
        const isRow = name.endsWith("row");
        if (attributes === undefined) {
          if (isRow) this.#row++;
          return tag;
        }
        if (isRow) this.#row = Number(row);
        return `<${name}${attributes}${column}${Number(row) - before + 1}`;
      },
    );
  }
}

/** Behind the last row that ends in the next so many bytes; where none does, in the next twice as many. */
function cutAt(content: Uint8Array, start: number, size: number): number {
  for (let reach = size; start + reach < content.length; reach *= 2) {
    for (let at = start + reach - rowEnd.length; at > start; at--) {
      const isEnd = rowEnd.every((byte, k) => content[at + k] === byte);
      // A slash or a prefix's colon stands before it.
      if (isEnd && (content[at - 1] === 47 || content[at - 1] === 58)) return at + rowEnd.length;
    }
  }
  return content.length;
}
