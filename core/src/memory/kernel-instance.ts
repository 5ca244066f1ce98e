import { wasmBase64 as reductionsBase64 } from "argscope:kernels/reductions";
import { wasmBase64 as tablesBase64 } from "argscope:kernels/tables";
import { wasmBase64 as talliesBase64 } from "argscope:kernels/tallies";

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

/** A WebAssembly module of kernels: decoded and compiled when it is first asked for. */
class KernelModule<Kernels> {
  readonly #base64: string;
  readonly #instances = new WeakMap<WebAssembly.Memory, Kernels>();
  #compiled: WebAssembly.Module | undefined;

  constructor(base64: string) {
    this.#base64 = base64;
  }

  /** May be posted to other threads. */
  get compiled(): WebAssembly.Module {
    this.#compiled ??= new WebAssembly.Module(bytesOf(atob(this.#base64)));
    return this.#compiled;
  }

  /** Takes kernels that another thread compiled. */
  use(compiled: WebAssembly.Module): void {
    this.#compiled = compiled;
  }

  /** The kernels over one memory: instantiated when they are first asked for. */
  over(memory: WebAssembly.Memory): Kernels {
    let kernels = this.#instances.get(memory);
    if (kernels === undefined) {
      const { exports } = new WebAssembly.Instance(this.compiled, { env: { memory } });
      kernels = exports as unknown as Kernels;
      this.#instances.set(memory, kernels);
    }
    return kernels;
  }
}

export const reductionKernels = new KernelModule<ReductionKernels>(reductionsBase64);
export const tableKernels = new KernelModule<TableKernels>(tablesBase64);
export const tallyKernels = new KernelModule<TallyKernels>(talliesBase64);

/** A loop, because this runs once, when no code is compiled yet: `Uint8Array.from` takes several times as long. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}
