import type { FileLike, FilePartReader } from "../contract/worker.ts";
import { AccessError, endedEarly } from "../errors.ts";
import type { TakePiece } from "../formats/byte-source.ts";

/** Bytes that a piece has at most. Chromium brings some 100 KB at a time. */
const longestPiece = 1 << 18;

/** A file's bytes from a place on, in their order. All pieces come through the same memory. */
export class FileStream {
  readonly #name: string;
  readonly #reader: FilePartReader;
  #buffer = new ArrayBuffer(longestPiece);
  /** Reads wait for each other: one has what it asked for before the next begins. */
  #turn: Promise<void> = Promise.resolve();
  #next: number;

  constructor(name: string, file: FileLike, start: number) {
    this.#name = name;
    this.#next = start;
    this.#reader = file.slice(start, file.size).stream().getReader({ mode: "byob" });
  }

  /** Where the next read starts. */
  get next(): number {
    return this.#next;
  }

  /** The bytes up to, not with, `end`. More reads may be asked for before they are there. */
  pieces(end: number, take: TakePiece): Promise<void> {
    const start = this.#next;
    this.#next = end;
    // Whoever asked hears of a failure, and so does each who waits behind.
    this.#turn = this.#turn.then(() => this.#bring(start, end, take));
    this.#turn.catch(() => undefined);
    return this.#turn;
  }

  close(): void {
    this.#reader.cancel().catch(() => undefined);
  }

  async #bring(start: number, end: number, take: TakePiece): Promise<void> {
    for (let at = start; at < end; ) {
      const free = new Uint8Array(this.#buffer, 0, Math.min(longestPiece, end - at));
      const { value } = await readable(this.#name, this.#reader.read(free));
      if (value === undefined || value.length === 0) throw endedEarly(this.#name, at);
      this.#buffer = value.buffer as ArrayBuffer;
      take(value, at);
      at += value.length;
    }
  }
}

/** What a file that the page holds brings. @throws {AccessError} it cannot be read. */
export async function readable<T>(name: string, bytes: Promise<T>): Promise<T> {
  try {
    return await bytes;
  } catch {
    // Chromium's words (NotFoundError, NotReadableError) do not say more than this.
    throw new AccessError(`${name} cannot be read: it is a folder, or it was moved, changed or locked. Open it again.`);
  }
}
