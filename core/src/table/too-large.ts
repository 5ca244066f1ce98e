/** A number that float64 does not hold, however rounded. It counts as an infinity, and shows as the file writes it. */
export class TooLarge {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  valueOf(): number {
    return Number(this.#text);
  }
}
