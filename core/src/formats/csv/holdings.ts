/** Memory that belongs to something unfinished: all of it is given back at once when it fails. */
export class Holdings {
  readonly #parts: { release(): void }[] = [];

  own<T extends { release(): void }>(part: T): T {
    this.#parts.push(part);
    return part;
  }

  release(): void {
    for (const part of this.#parts) part.release();
    this.#parts.length = 0;
  }
}
