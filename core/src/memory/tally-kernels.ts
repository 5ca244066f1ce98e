import { wasmHex } from "argscope:kernels/tallies";
import { KernelModule } from "./kernel-module.ts";

/** What core/kernels/tallies.ts exports. Addresses and steps are in bytes. */
export interface TallyKernels {
  readonly tallyLanes: (
    ...args: [
      kind: number,
      start: number,
      n: number,
      step: number,
      count: number,
      laneStep: number,
      winners: number,
      out: number,
    ]
  ) => void;
  readonly tallyColumns: (
    ...args: [
      kind: number,
      start: number,
      n: number,
      rowStep: number,
      count: number,
      winners: number,
      scratch: number,
      out: number,
    ]
  ) => void;
  /** Lists the elements that equal the one at `wanted`, and returns how many they are. */
  readonly findEquals: (...args: [kind: number, start: number, n: number, step: number, wanted: number, out: number]) => number;
  /** The same for rows of `width` elements, where each column has a wanted element of its own. */
  readonly findInColumns: (
    ...args: [kind: number, start: number, n: number, rowStep: number, width: number, wanted: number, out: number]
  ) => number;
}

export const tallyKernels = new KernelModule<TallyKernels>(wasmHex);
