import { elementOf } from "../array/element.ts";
import type { NdArray } from "../array/ndarray.ts";
import { memoryOf } from "../memory/engine-memory.ts";
import { type TallyKernels, tallyKernels } from "../memory/tally-kernels.ts";
import { kernelOrderOf } from "../reduce/kernel-order.ts";

/** Elements from which on the kernels are worth being compiled. */
const WORTH_IT = 16_384;
/** More are not counted in 32 bits. */
const MOST = 2 ** 32;
/** What core/kernels/tallies.ts calls 64-bit integers with NaT. */
const WITH_NAT = 7;

/** An array whose elements the kernels compare. */
export interface Readable {
  readonly memory: WebAssembly.Memory;
  readonly kernels: TallyKernels;
  readonly kind: number;
  readonly itemsize: number;
  /** Address of an element of `data`. */
  readonly at: (position: number) => number;
}

/** `null` where the array is small, not in engine memory, or of elements that no kernel compares. */
export function readableOf({ dtype, data, size }: NdArray): Readable | null {
  const memory = memoryOf(data);
  if (memory === undefined || size < WORTH_IT || size > MOST) return null;
  const { kind } = elementOf(dtype);
  const order = kernelOrderOf({ operation: "argmin", skipNan: false, dtype, data });
  // Any byte but 0 is true: equals need not look alike.
  if (order === undefined || kind === "bool") return null;
  const { itemsize } = order;
  const { byteOffset } = data;
  return {
    memory,
    kernels: tallyKernels.over(memory),
    kind: kind === "datetime" || kind === "timedelta" ? WITH_NAT : order.kind,
    itemsize,
    at: (position) => byteOffset + position * itemsize,
  };
}
