import type { Control } from "@argscope/core/contract/worker.ts";
import { exitCodes } from "./exit-codes.ts";

/** How long the engine has to end by itself, and how long its thread has to be ended. In milliseconds. */
const patience = 1000;

/** What a cancel does beyond the engine's own cancel word, when that is not heard. */
export interface Force {
  /** Ends the engine's thread. */
  stop(): Promise<void>;
  /** Leaves no trace of what was being written. */
  abort(): Promise<void>;
}

/** What the process ends with once it was cancelled; `null` until then. */
export interface Cancelling {
  readonly exitCode: number | null;
  /** Signals do again what they do by themselves. */
  end(): void;
}

const codes = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;
type Signal = keyof typeof codes;

/** Turns signals into the engine's cancel word; force comes when that does not help, or when someone insists. */
export function cancelOnSignals(control: Control, { stop, abort }: Force): Cancelling {
  let exitCode: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const listeners = Object.keys(codes).map((name) => {
    const signal = name as Signal;
    return { signal, listener: () => cancel(signal) };
  });
  for (const { signal, listener } of listeners) process.on(signal, listener);

  function cancel(signal: Signal): void {
    clearTimeout(timer);
    if (exitCode !== null) {
      force(signal);
      return;
    }
    exitCode = codes[signal];
    Atomics.store(control, 1, 1);
    timer = setTimeout(force, patience, signal);
  }

  function force(signal: Signal): void {
    void stop();
    timer = setTimeout(die, patience, signal);
  }

  // A thread that waits in the system, for someone to write to a pipe, cannot be ended; the signal itself can end all of it.
  async function die(signal: Signal): Promise<void> {
    await abort();
    end();
    process.kill(process.pid, signal);
  }

  function end(): void {
    clearTimeout(timer);
    for (const { signal, listener } of listeners) process.off(signal, listener);
  }

  return {
    get exitCode() {
      return exitCode;
    },
    end,
  };
}
