// @ts-check
import { Worker } from "node:worker_threads";
import { compileKernels } from "../../build/kernels.mjs";

// The yardstick: a sum of everything, read straight on. It reads the very bytes that the reduction reads: the same amount of memory
// elsewhere was up to a third faster or slower. A reduction that asks for memory ahead, in several pages at once, beats it.

const wasm = await WebAssembly.compile(await compileKernels("reductions"));

/** Every memory that this process makes; the engine keeps its own to itself. @type {WebAssembly.Memory[]} */
const memories = [];

export function watchMemories() {
  WebAssembly.Memory = class extends WebAssembly.Memory {
    /** @param {WebAssembly.MemoryDescriptor} descriptor */
    constructor(descriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
}

/** @typedef {{ read: () => void, end: () => void }} PureRead */

/**
 * @param {ArrayBufferView} data  in a memory made after `watchMemories`
 * @param {number} threads  1 or 2
 * @returns {Promise<PureRead>}
 */
export async function pureRead({ buffer, byteOffset, byteLength }, threads) {
  const memory = memories.find((each) => each.buffer === buffer);
  if (memory === undefined) throw new Error("The array is in no memory that is known here.");
  const { exports } = new WebAssembly.Instance(wasm, { env: { memory } });
  const readAll = /** @type {(start: number, bytes: number) => bigint} */ (exports.readAll);
  if (threads === 1) return { read: () => void readAll(byteOffset, byteLength), end: () => {} };
  // A vector is not cut.
  const half = Math.floor(byteLength / 128) * 64;
  const state = new SharedArrayBuffer(8);
  const words = new Int32Array(state);
  const workerData = { wasm, memory, state, from: byteOffset + half, bytes: byteLength - half };
  const worker = new Worker(new URL("./pure-read-thread.mjs", import.meta.url), { workerData });
  await new Promise((resolve) => worker.once("message", resolve));
  worker.unref();
  return {
    read() {
      const turn = Atomics.add(words, 0, 1) + 1;
      Atomics.notify(words, 0);
      readAll(byteOffset, half);
      while (Atomics.load(words, 1) < turn) Atomics.wait(words, 1, turn - 1);
    },
    end() {
      Atomics.store(words, 0, -1);
      Atomics.notify(words, 0);
    },
  };
}
