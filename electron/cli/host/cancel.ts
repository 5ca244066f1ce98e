import type { Control } from "@argscope/core/contract/worker.ts";
import { exitCodes } from "./exit-codes.ts";

/** How long the engine has to end by itself. In milliseconds. */
const patience = 1500;

/** What the process ends with once it was cancelled; `null` until then. */
export interface Cancelling {
  readonly exitCode: number | null;
  /** Signals do again what they do by themselves. */
  end(): void;
}

/** Turns signals into the engine's cancel word; `stop` comes when that does not help, or when someone insists. */
export function cancelOnSignals(control: Control, stop: () => void): Cancelling {
  let exitCode: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const cancel = (code: number): void => {
    if (exitCode !== null) {
      stop();
      return;
    }
    exitCode = code;
    Atomics.store(control, 1, 1);
    timer = setTimeout(stop, patience);
  };
  const onInterrupt = (): void => cancel(exitCodes.interrupted);
  const onTerminate = (): void => cancel(exitCodes.terminated);
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onTerminate);
  return {
    get exitCode() {
      return exitCode;
    },
    end() {
      clearTimeout(timer);
      process.off("SIGINT", onInterrupt);
      process.off("SIGTERM", onTerminate);
    },
  };
}
