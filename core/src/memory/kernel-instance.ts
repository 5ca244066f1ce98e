import { wasmBase64 } from "argscope:kernels";

/** What core/kernels/index.ts exports. Addresses, steps and lengths of memory are in bytes, the others in elements or lanes. */
export interface Kernels {
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
  /** Whole float64 of [from, end) become 64-bit integers in place; one that is out of range becomes an end of it. */
  readonly wholeToSigned: (from: number, end: number) => void;
  readonly wholeToUnsigned: (from: number, end: number) => void;
  readonly readAll: (start: number, bytes: number) => bigint;
  /** Reads a window of CSV records; `job` is the address of what core/src/formats/csv/kernel-job.ts lays out. */
  readonly scanCsv: (job: number) => number;
  /** Puts the text cells that the scan of the same job found one behind the other. */
  readonly gatherText: (job: number) => void;
  /** How many bytes from one address up to, not with, another have a value. */
  readonly countByte: (from: number, end: number, byte: number) => number;
}

let module: WebAssembly.Module | undefined;
const instances = new WeakMap<WebAssembly.Memory, Kernels>();

/** The compiled kernels, which may be posted to other threads. */
export function compiledKernels(): WebAssembly.Module {
  module ??= new WebAssembly.Module(bytesOf(atob(wasmBase64)));
  return module;
}

/** A loop, because this runs once, when no code is compiled yet: `Uint8Array.from` takes several times as long. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}

/** Takes kernels that another thread compiled. */
export function useKernels(compiled: WebAssembly.Module): void {
  module = compiled;
}

/** The kernels over one memory: compiled once, instantiated when a memory is first reduced. */
export function kernelsOver(memory: WebAssembly.Memory): Kernels {
  let kernels = instances.get(memory);
  if (!kernels) {
    const { exports } = new WebAssembly.Instance(compiledKernels(), { env: { memory } });
    kernels = exports as unknown as Kernels;
    instances.set(memory, kernels);
  }
  return kernels;
}
