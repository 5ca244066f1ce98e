import { type ByteSource, piecesOf, type TakePiece } from "../formats/byte-source.ts";

/** A source that becomes another while it is in use: the file that was saved in its place. */
export class ReplaceableSource implements ByteSource {
  #source: ByteSource;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  get name(): string {
    return this.#source.name;
  }

  get size(): number {
    return this.#source.size;
  }

  // A function of its own: sources are taken apart here and there.
  readonly read = (start: number, end: number): Promise<Uint8Array> => this.#source.read(start, end);

  readonly pieces = (start: number, end: number, take: TakePiece): Promise<void> => piecesOf(this.#source, start, end, take);

  close(): void {
    this.#source.close();
  }

  /** Reads from another source from here on; the one before is closed. */
  replace(source: ByteSource): void {
    this.#source.close();
    this.#source = source;
  }
}
