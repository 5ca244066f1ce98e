import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { Answer, Opened } from "@argscope/core/contract/worker.ts";
import { arrayOf, indicesOf, type TextReader, textOf } from "../engine/shared.ts";
import type { Picked } from "../host/host.ts";

/** What is open, as the page reads it. */
export interface Held {
  readonly array: NdArray;
  readonly columns: readonly string[];
  readonly labels: readonly TextReader[];
  readonly from: Picked;
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

  /** `from`: what was opened. The engine may read it again, so it is released when the array goes. */
  put(opened: Opened, from: Picked): void {
    const { array, columns, labels, handle } = opened;
    this.#held.set(handle, { array: arrayOf(array), columns, labels: labels.map(textOf), from });
  }

  held(handle: number): Held | undefined {
    return this.#held.get(handle);
  }

  /** @returns the answer's number. */
  putAnswer(answer: Answer, shape: readonly number[]): number {
    const size = shape.reduce((product, length) => product * length, 1);
    const laneLength = answer.axis === null ? size : (shape[answer.axis] ?? 1);
    const serial = ++this.#serials;
    this.#answers = [...this.#answers.slice(-1), { serial, indices: indicesOf(answer.indices, laneLength) }];
    return serial;
  }

  indices(serial: number): NdArray | undefined {
    return this.#answers.find((answer) => answer.serial === serial)?.indices;
  }

  drop(handle: number): void {
    this.#held.get(handle)?.from.release();
    this.#held.delete(handle);
    this.#answers = [];
  }
}
