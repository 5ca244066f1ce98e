import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { Answer, Opened } from "@argscope/core/contract/worker.ts";
import { arrayOf, type TextReader, textOf } from "../engine/shared.ts";

/** What is open, as the page reads it. */
export interface Held {
  readonly array: NdArray;
  readonly columns: readonly string[];
  readonly labels: readonly TextReader[];
}

/**
 * The arrays that the state speaks of by number. They stay outside the store: state is compared and copied, bulk is not.
 *
 * The engine keeps the last two answers of an array; so does the shelf.
 */
export class Shelf {
  readonly #held = new Map<number, Held>();
  #answers: readonly { readonly serial: number; readonly indices: NdArray }[] = [];
  #serials = 0;

  put(opened: Opened): void {
    const { array, columns, labels, handle } = opened;
    this.#held.set(handle, { array: arrayOf(array), columns, labels: labels.map(textOf) });
  }

  held(handle: number): Held | undefined {
    return this.#held.get(handle);
  }

  /** @returns the answer's number. */
  putAnswer(answer: Answer): number {
    const serial = ++this.#serials;
    this.#answers = [...this.#answers.slice(-1), { serial, indices: arrayOf(answer.indices) }];
    return serial;
  }

  indices(serial: number): NdArray | undefined {
    return this.#answers.find((answer) => answer.serial === serial)?.indices;
  }

  drop(handle: number): void {
    this.#held.delete(handle);
    this.#answers = [];
  }
}
