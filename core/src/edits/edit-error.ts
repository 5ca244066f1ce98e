import type { Fault } from "../contract/result.ts";
import { ValueError } from "../errors.ts";

/** A cell cannot hold the text that it was given: why, in one sentence that does not name the cell. */
export class EditError extends ValueError {
  readonly #change: number;
  readonly #cell: number;

  /** @param change which of the changes @param cell which of its cells */
  constructor(message: string, change: number, cell: number) {
    super(message);
    this.#change = change;
    this.#cell = cell;
  }

  override fields(): Fault["fields"] {
    return { change: this.#change, cell: this.#cell };
  }
}
