import type { ScanJob } from "../formats/csv/scan-job.ts";
import type { ReductionJob } from "../reduce/threads-job.ts";

/** What a pool's threads are told. All of it may be posted; memory and modules are shared, never copied. */
export type PoolMessage = PoolWork & {
  /** The thread's slot in the scratch area. */
  readonly slot: number;
  readonly memory: NumberedMemory;
  /** Numbers of the memories that are still in use: what else the thread knows it may forget. */
  readonly inUse: readonly number[];
  /** The compiled kernels, with the first work of its kind. */
  readonly module: WebAssembly.Module | undefined;
};

/** What threads share, in the memory that goes with it. */
export type PoolWork = { readonly say: "reduce"; readonly job: ReductionJob } | { readonly say: "scan"; readonly job: ScanJob };

/** A memory goes along only the first time, because each posting would make a new object that needs kernels of its own. */
export interface NumberedMemory {
  readonly number: number;
  readonly memory: WebAssembly.Memory | undefined;
}
