import { wasmHex as reductionsHex } from "argscope:kernels/reductions";
import { wasmHex as tablesHex } from "argscope:kernels/tables";
import { KernelModule } from "./kernel-module.ts";

/** What core/kernels/reductions.ts exports. Addresses, steps and lengths of memory are in bytes, the others in elements or lanes. */
export interface ReductionKernels {
  readonly lanes: (
    ...args: [
      kind: number,
      order: number,
      start: number,
      n: number,
      count: number,
      step: number,
      outer: number,
      outerStep: number,
      scratch: number,
      out: number,
    ]
  ) => void;
  readonly columns: (
    ...args: [
      kind: number,
      order: number,
      start: number,
      n: number,
      rowStep: number,
      count: number,
      outer: number,
      outerStep: number,
      scratch: number,
      out: number,
    ]
  ) => void;
  readonly strided: (
    ...args: [
      kind: number,
      order: number,
      start: number,
      n: number,
      step: number,
      count: number,
      countStep: number,
      outer: number,
      outerStep: number,
      out: number,
    ]
  ) => void;
  /** The winner of a piece of a whole array, as core/kernels/ravel.ts says. */
  readonly ravel: (
    ...args: [kind: number, order: number, start: number, n: number, first: number, table: number, dimensions: number]
  ) => number;
  readonly readAll: (start: number, bytes: number) => bigint;
}

/** What core/kernels/tables.ts exports. Addresses are in bytes. */
export interface TableKernels {
  /** Whole float64 of [from, end) become 64-bit integers in place; one that is out of range becomes an end of it. */
  readonly wholeToSigned: (from: number, end: number) => void;
  readonly wholeToUnsigned: (from: number, end: number) => void;
  /** Reads a window of CSV records; `job` is the address of what core/src/formats/csv/kernel-job.ts lays out. */
  readonly scanCsv: (job: number) => number;
  /** Cuts bytes into records; `job` is the address of what core/src/formats/csv/kernel-cutter.ts lays out. */
  readonly cutSample: (job: number) => number;
  /** Puts the text cells that the scan of the same job found one behind the other. */
  readonly gatherText: (job: number) => void;
  /** For each column what a scan is told of it: core/kernels/csv/targets.ts. */
  readonly layTargets: (kinds: number, columns: number, targets: number) => void;
  /** What a scan found of the columns, taken into what all scans have: core/kernels/csv/merge.ts. */
  readonly mergePlan: (plan: number, columns: number, targets: number, fractional: number) => void;
  /** How many bytes from one address up to, not with, another have a value. */
  readonly countByte: (from: number, end: number, byte: number) => number;
}

export const reductionKernels = new KernelModule<ReductionKernels>(reductionsHex);
export const tableKernels = new KernelModule<TableKernels>(tablesHex);
