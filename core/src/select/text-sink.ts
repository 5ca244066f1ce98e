import { CapacityError } from "../errors.ts";

/** Chromium hands text to the system on the page's thread, at some 2.5 ms a million characters: more would be felt. */
export const MOST_CHARACTERS = 16_000_000;
const BLOCK = 64 * 1024;

/** Gathers text as UTF-8, block by block, and refuses more than a clipboard takes. */
export class TextSink {
  readonly #encoder = new TextEncoder();
  readonly #most: number;
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  #text = "";
  #characters = 0;

  constructor(most = MOST_CHARACTERS) {
    this.#most = most;
  }

  /** @throws {CapacityError} it has become more than a clipboard takes. */
  write(text: string): void {
    this.#characters += text.length;
    if (this.#characters > this.#most) throw tooMuch(this.#most);
    this.#text += text;
    if (this.#text.length >= BLOCK) this.#flush();
  }

  /** All that was written, in order. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    this.#flush();
    return this.#blocks;
  }

  #flush(): void {
    this.#blocks.push(this.#encoder.encode(this.#text));
    this.#text = "";
  }
}

/** The refusal of a copy that needs more than so many characters. */
export function tooMuch(most: number): CapacityError {
  const characters = most.toLocaleString("en");
  const message = `The clipboard takes no more than ${characters} characters. Select less, or save the file under another name.`;
  return new CapacityError(message, most + 1, most);
}
