// @ts-check
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import * as core from "../../dist/index.js";
import { pureRead, watchMemories } from "../pure-read.mjs";

/** The pool's threads: one fewer than cores, as the rooms have it. */
const threads = process.env.ARGSCOPE_THREADS ? Number(process.env.ARGSCOPE_THREADS) : Math.min(8, availableParallelism());

watchMemories();
if (threads > 1) {
  const workers = Array.from({ length: threads - 1 }, () => new Worker(new URL("../thread.mjs", import.meta.url)));
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("online", resolve))));
  for (const worker of workers) worker.unref();
  core.setPool(() => /** @type {Worker} */ (workers.pop()), threads - 1);
}

export const version = `@argscope/core, ${threads} thread${threads > 1 ? "s" : ""}`;
export const refuses = () => undefined;

const reductions = { argmin: core.argmin, argmax: core.argmax, nanargmin: core.nanargmin };

/** @type {core.NdArray} */
let block;
/** @type {() => core.NdArray} */
let call;

/** The pure read of the same bytes by as many threads. @type {import("../pure-read.mjs").PureRead | undefined} */
let limit;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export async function load({ dtype, shape, axis, op, fortran, calls }, read) {
  block = core.empty(fortran ? shape.toReversed() : shape, /** @type {core.Dtype} */ (dtype));
  read(block.data);
  const array = fortran ? core.transpose(block) : block;
  const reduce = reductions[op];
  call = axis === null ? () => reduce(array) : () => reduce(array, axis);
  limit = calls ? undefined : await pureRead(block.data, Math.min(2, threads));
}

/** Undefined where there is too little to measure reading. */
export const readAll = () => limit?.read;

export function unload() {
  limit?.end();
  core.free(block);
}

export function run() {
  const result = call();
  const { data } = result;
  // The block is free for the next call, and its content stays until then.
  core.free(result);
  return /** @type {Int32Array} */ (data);
}
