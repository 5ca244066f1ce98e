import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import { keysAt, winnersAt } from "../memory/scratch.ts";
import { LOOK_EVERY, type Watch } from "../reduce/watch.ts";
import type { LaneRow } from "./lane-runs.ts";
import { type Readable, readableOf } from "./readable.ts";

/** Finds the elements of an array that equal one of it; NaN equals NaN. Positions and steps are in elements of `data`. */
export class Equals {
  readonly #same: (a: number, b: number) => boolean;
  readonly #readable: Readable | null;
  readonly #found: Uint32Array;

  constructor(a: NdArray) {
    this.#same = likenessOf(a).same;
    const readable = readableOf(a);
    this.#readable = readable;
    this.#found = readable === null ? new Uint32Array(0) : new Uint32Array(readable.memory.buffer, winnersAt(0), LOOK_EVERY);
  }

  /** @param see  hears which of `count` elements, at most `LOOK_EVERY`, equal the one at `wanted`. */
  each(wanted: number, start: number, step: number, count: number, see: (k: number) => void): void {
    if (this.#readable === null) {
      for (let k = 0; k < count; k++) if (this.#same(start + k * step, wanted)) see(k);
      return;
    }
    const { kernels, kind, itemsize, at } = this.#readable;
    const many = kernels.findEquals(kind, at(start), count, step * itemsize, at(wanted), winnersAt(0));
    for (let k = 0; k < many; k++) see(this.#found[k] as number);
  }

  /**
   * @param winnerOf  the number of each lane's winner, in the lane.
   * @param isAsked   a lane that may have equals of its winner.
   * @param see       hears the equals of each lane asked for but for the winner itself.
   * @throws {CancelledError} `watch` said so; it counts elements.
   */
  eachTie(
    row: LaneRow,
    winnerOf: (lane: number) => number,
    isAsked: (lane: number) => boolean,
    watch: Watch,
    see: (lane: number, k: number) => void,
  ): void {
    const { start, lanes, laneStep, length, step } = row;
    if (this.#readable !== null && laneStep === 1 && Math.abs(step) > 1) {
      eachTieInColumns(this.#readable, this.#found, row, winnerOf, isAsked, watch, see);
      return;
    }
    for (let lane = 0; lane < lanes; lane++) {
      watch.count(length);
      if (!isAsked(lane)) continue;
      const first = start + lane * laneStep;
      const winner = winnerOf(lane);
      for (let from = 0; from < length; from += LOOK_EVERY) {
        this.each(first + winner * step, first + from * step, step, Math.min(LOOK_EVERY, length - from), (k) => {
          if (from + k !== winner) see(lane, from + k);
        });
      }
    }
  }
}

/** Lanes whose wanted elements lie side by side in the kernels' scratch, in bytes. */
const STRIP = 8192;

/** Row after row, in strips of neighbouring lanes. A lane that is not asked for has no equal but its winner. */
function eachTieInColumns(
  { kernels, kind, itemsize, memory, at }: Readable,
  found: Uint32Array,
  { start, lanes, length, step }: LaneRow,
  winnerOf: (lane: number) => number,
  isAsked: (lane: number) => boolean,
  watch: Watch,
  see: (lane: number, k: number) => void,
): void {
  const copy = copierIn(memory.buffer, itemsize);
  const most = STRIP / itemsize;
  const rows = Math.floor(LOOK_EVERY / most);
  for (let from = 0; from < lanes; from += most) {
    const width = Math.min(most, lanes - from);
    if (!someOf(from, width, isAsked)) {
      watch.count(width * length);
      continue;
    }
    for (let k = 0; k < width; k++) copy(at(start + from + k + winnerOf(from + k) * step), keysAt(0) + k * itemsize);
    for (let first = 0; first < length; first += rows) {
      const n = Math.min(rows, length - first);
      const address = at(start + from + first * step);
      const many = kernels.findInColumns(kind, address, n, step * itemsize, width, keysAt(0), winnersAt(0));
      for (let j = 0; j < many; j++) {
        const hit = found[j] as number;
        const lane = from + (hit % width);
        const k = first + Math.floor(hit / width);
        if (k !== winnerOf(lane)) see(lane, k);
      }
      watch.count(n * width);
    }
  }
}

function someOf(from: number, count: number, isAsked: (lane: number) => boolean): boolean {
  for (let lane = from; lane < from + count; lane++) if (isAsked(lane)) return true;
  return false;
}

/** Copies an element from one address to another, as bits: a number that is read and written may be another NaN. */
function copierIn(buffer: ArrayBufferLike, itemsize: number): (from: number, to: number) => void {
  const words = itemsize === 1 ? new Uint8Array(buffer) : itemsize === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
  const { BYTES_PER_ELEMENT } = words;
  const count = itemsize / BYTES_PER_ELEMENT;
  return (from, to) => {
    for (let k = 0; k < count; k++) words[to / BYTES_PER_ELEMENT + k] = words[from / BYTES_PER_ELEMENT + k] as number;
  };
}
