// @ts-check
import { compileKernels } from "../../../build/kernels.mjs";

// The limit: a sum of everything, which an arg-reduction cannot beat, because it has to read everything too.

export const version = "pure read (SIMD sum)";
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ calls }) => (calls ? "too small to measure reading" : undefined);

const wasm = await WebAssembly.compile(await compileKernels());
const start = 4 * 1024 * 1024;
/** @type {() => void} */
let call;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export function load({ dtype, shape }, read) {
  const bytes = shape.reduce((product, length) => product * length, Number(dtype.replace(/\D+/, "")) / 8);
  const pages = Math.ceil((start + bytes) / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const { exports } = new WebAssembly.Instance(wasm, { env: { memory } });
  read(new Uint8Array(memory.buffer, start, bytes));
  const readAll = /** @type {(start: number, bytes: number) => bigint} */ (exports.readAll);
  call = () => readAll(start, bytes);
}

export function unload() {
  call = () => undefined;
}

export function run() {
  call();
  return undefined;
}
