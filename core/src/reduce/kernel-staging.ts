import type { Elements } from "../array/dtype.ts";
import { allocate, type Block, release } from "../memory/engine-memory.ts";
import type { Geometry } from "./kernel-geometry.ts";
import type { Box } from "./kernel-run.ts";
import type { Task } from "./kernel-tasks.ts";

/** Room for the largest task that `COPIED` allows, a strip of columns with a few rows included. */
const BYTES = 2 * 1024 * 1024;
/** Elements from which on a run is worth a call of `set`. */
const RUN = 32;

/**
 * A block of engine memory through which data from elsewhere (an ordinary ArrayBuffer) is streamed, a task at a time. It is
 * small enough to stay in the second-level cache, so the kernel reads nothing a second time from memory.
 */
export class Staging {
  readonly #source: Elements;
  readonly #target: Elements;
  readonly #block: Block;

  constructor(source: Elements) {
    this.#source = source;
    this.#block = allocate(BYTES);
    const Constructor = source.constructor as new (buffer: ArrayBufferLike, byteOffset: number, length: number) => Elements;
    this.#target = new Constructor(this.memory.buffer, this.#block.byteOffset, BYTES / source.BYTES_PER_ELEMENT);
  }

  get memory(): WebAssembly.Memory {
    return this.#block.memory;
  }

  release(): void {
    release(this.#block);
  }

  /** Copies a task's elements without gaps: lanes one after the other, or rows of columns. */
  pack({ shape, lane, count, outer }: Geometry, task: Task): Box {
    const itemsize = this.#source.BYTES_PER_ELEMENT;
    const byRow = shape === "columns";
    const inner = byRow ? { step: count.step, length: task.count } : { step: lane.step, length: task.length };
    const middle = byRow ? { step: lane.step, length: task.length } : { step: count.step, length: task.count };
    const start = task.origin.start / itemsize;
    let to = 0;
    for (let g = 0; g < task.outer; g++) {
      for (let m = 0; m < middle.length; m++) {
        this.#copy(start + (g * outer.step + m * middle.step) / itemsize, inner.step / itemsize, inner.length, to);
        to += inner.length;
      }
    }
    const run = inner.length * itemsize;
    return {
      start: this.#block.byteOffset,
      laneStep: byRow ? run : itemsize,
      countStep: byRow ? itemsize : run,
      outerStep: run * middle.length,
    };
  }

  #copy(from: number, step: number, length: number, to: number): void {
    const source = this.#source;
    const target = this.#target;
    if (step === 1 && length >= RUN) {
      // Both sides have the same element type, which the union of types does not say.
      (target as Float64Array).set(source.subarray(from, from + length) as Float64Array, to);
      return;
    }
    for (let k = 0, at = from; k < length; k++, at += step) target[to + k] = source[at] as never;
  }
}
