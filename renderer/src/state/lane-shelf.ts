import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { LaneList, Ties } from "@argscope/core/contract/winners.ts";
import { arrayOf } from "../engine/shared.ts";

/** What was counted of an answer's lanes, as the page reads it; by lane, in the answer's order. */
export interface LaneCounts {
  readonly ties: NdArray;
  readonly nan: NdArray | null;
  /** Who would win without NaN; -1: nobody. */
  readonly runnersUp: NdArray | null;
}

/** The counts and the lists of the last two answers, as the engine keeps them. */
export class LaneShelf {
  #counts: readonly { readonly answer: number; readonly counts: LaneCounts }[] = [];
  #lists: readonly { readonly serial: number; readonly lanes: NdArray | null }[] = [];
  #serials = 0;

  putCounts(answer: number, { counts, nan, runnersUp }: Ties): void {
    const entry = {
      answer,
      counts: {
        ties: arrayOf(counts),
        nan: nan === null ? null : arrayOf(nan),
        runnersUp: runnersUp === null ? null : arrayOf(runnersUp),
      },
    };
    this.#counts = [...this.#counts.slice(-1), entry];
  }

  counts(answer: number): LaneCounts | null {
    return this.#counts.find((entry) => entry.answer === answer)?.counts ?? null;
  }

  /** @returns the list's number. */
  putList({ lanes }: LaneList): number {
    const serial = ++this.#serials;
    this.#lists = [...this.#lists.slice(-1), { serial, lanes: lanes === null ? null : arrayOf(lanes) }];
    return serial;
  }

  /** The lane at a place of the list. */
  laneAt(serial: number, place: number): number | null {
    const list = this.#lists.find((entry) => entry.serial === serial);
    if (list === undefined) return null;
    return list.lanes === null ? place : Number(list.lanes.data[list.lanes.offset + place] ?? 0);
  }

  clear(): void {
    this.#counts = [];
    this.#lists = [];
  }
}
