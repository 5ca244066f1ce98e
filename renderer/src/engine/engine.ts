import type { Fault, Result } from "@argscope/core/contract/result.ts";
import type {
  Answer,
  CallName,
  Calls,
  ExportChoice,
  Exported,
  Opened,
  PortLike,
  Reduction,
  Source,
} from "@argscope/core/contract/worker.ts";

/** How far a call has come, in 1/1000. */
export type Progress = (thousandths: number) => void;

/** How a source is to be opened; the rest is decided from what is in it. */
export type Manner = Omit<Calls["open"]["takes"], "source" | "control">;

/** What a call takes but its control words. */
export type Asked<K extends CallName> = Omit<Calls[K]["takes"], "control">;

export interface AskOptions {
  readonly progress?: Progress;
  /** A newer call of the same name is the only one that anybody waits for: the older ones are answered with Cancelled. */
  readonly replaces?: boolean;
  readonly transfer?: Transferable[];
}

/**
 * The array engine as the page sees it: the calls of the worker contract, one after the other.
 *
 * A newer `open` or `reduce` makes the older one stale: the older one is answered with Cancelled and its late answer is
 * dropped. Nothing rejects; a refusal is a `Result`.
 */
export interface Engine {
  open(source: Source, progress?: Progress, manner?: Manner): Promise<Result<Opened>>;
  reduce(handle: number, reduction: Reduction, progress?: Progress): Promise<Result<Answer>>;
  export(handle: number, reduction: Reduction, choice: ExportChoice, port: PortLike): Promise<Result<Exported>>;
  free(handle: number): Promise<Result<null>>;
  /** Any call by its name. Its control words are made here. */
  ask<K extends CallName>(call: K, takes: Asked<K>, options?: AskOptions): Promise<Result<Calls[K]["gives"]>>;
  /** Answers the pending calls of that name with Cancelled at once, and tells the worker to stop. */
  cancel(call: CallName): void;
  /** What happens when the worker cannot go on. Every pending call has been answered with the same fault by then. */
  onCrash(listener: (fault: Fault) => void): void;
  /** A new worker, which holds nothing. */
  restart(): void;
}
