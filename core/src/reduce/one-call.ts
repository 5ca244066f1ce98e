import type { NdArray } from "../array/ndarray.ts";
import { memoryOf } from "../memory/engine-memory.ts";
import { type ReductionKernels, reductionKernels } from "../memory/kernel-instance.ts";
import { keysAt, winnersAt } from "../memory/scratch.ts";
import { type KernelOrder, kernelOrderOf } from "./kernel-order.ts";

/** A memory's kernels, and where they leave a winner. */
interface Caller {
  readonly kernels: ReductionKernels;
  readonly winners: Int32Array;
}

/** By the memory's buffer. */
const callers = new WeakMap<ArrayBufferLike, Caller>();
const orders = { argmin: new Map<string, KernelOrder | undefined>(), argmax: new Map<string, KernelOrder | undefined>() };

/**
 * The flat index of the smallest or greatest element of a small contiguous array in engine memory, by a single call of a
 * kernel: to plan it would take longer. -1 where the array is elsewhere or no kernel compares its dtype.
 */
export function reduceByOneCall(a: NdArray, length: number, least: boolean): number {
  const caller = callers.get(a.data.buffer) ?? newCaller(a);
  const order = caller && orderOf(a, least);
  if (caller === undefined || order === undefined) return -1;
  const start = a.data.byteOffset + a.offset * order.itemsize;
  caller.kernels.lanes(order.kind, order.order, start, length, 1, 0, 1, 0, keysAt(0), winnersAt(0));
  return caller.winners[0] as number;
}

function newCaller({ data }: NdArray): Caller | undefined {
  const memory = memoryOf(data);
  if (memory === undefined) return undefined;
  const caller = { kernels: reductionKernels.over(memory), winners: new Int32Array(memory.buffer, winnersAt(0), 1) };
  callers.set(data.buffer, caller);
  return caller;
}

function orderOf({ dtype, data }: NdArray, least: boolean): KernelOrder | undefined {
  const operation = least ? "argmin" : "argmax";
  // Indices are kept in two widths under one name.
  if (dtype === "intp") return undefined;
  const known = orders[operation];
  if (!known.has(dtype)) known.set(dtype, kernelOrderOf({ operation, skipNan: false, dtype, data }));
  return known.get(dtype);
}
