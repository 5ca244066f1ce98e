import type { Fault, Result } from "@argscope/core/contract/result.ts";
import type { Answer, ExportChoice, Exported, Opened, PortLike, Reduction, Source } from "@argscope/core/contract/worker.ts";

/** How far a call has come, in 1/1000. */
export type Progress = (thousandths: number) => void;

/**
 * The array engine as the page sees it: the calls of the worker contract, one after the other.
 *
 * A newer `open` or `reduce` makes the older one stale: the older one is answered with Cancelled and its late answer is
 * dropped. Nothing rejects; a refusal is a `Result`.
 */
export interface Engine {
  open(source: Source, progress?: Progress): Promise<Result<Opened>>;
  reduce(handle: number, reduction: Reduction, progress?: Progress): Promise<Result<Answer>>;
  export(handle: number, reduction: Reduction, choice: ExportChoice, port: PortLike): Promise<Result<Exported>>;
  free(handle: number): Promise<Result<null>>;
  /** Answers the pending call with Cancelled at once, and tells the worker to stop. */
  cancel(call: "open" | "reduce"): void;
  /** What happens when the worker cannot go on. Every pending call has been answered with the same fault by then. */
  onCrash(listener: (fault: Fault) => void): void;
  /** A new worker, which holds nothing. */
  restart(): void;
}
