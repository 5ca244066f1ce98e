// @ts-check
import { parentPort, workerData } from "node:worker_threads";

// Reads its part of the memory each time word 0 of the state changes, and says in word 1 that it is done.

/** @type {{ wasm: WebAssembly.Module, memory: WebAssembly.Memory, state: SharedArrayBuffer, from: number, bytes: number }} */
const { wasm, memory, state, from, bytes } = workerData;
const { exports } = new WebAssembly.Instance(wasm, { env: { memory } });
const readAll = /** @type {(start: number, bytes: number) => bigint} */ (exports.readAll);
const words = new Int32Array(state);
parentPort?.postMessage("ready");
for (let turn = 0; ; ) {
  Atomics.wait(words, 0, turn);
  turn = Atomics.load(words, 0);
  if (turn < 0) break;
  readAll(from, bytes);
  Atomics.add(words, 1, 1);
  Atomics.notify(words, 1);
}
