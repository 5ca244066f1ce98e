import { type Fault, failed, type Result } from "@argscope/core/contract/result.ts";
import type { CallName, Calls, Control, FromWorker, Reply } from "@argscope/core/contract/worker.ts";
import { CancelledError, InternalError } from "@argscope/core/errors.ts";
import type { Engine, Progress } from "./engine.ts";

/** The part of a Worker that the client needs. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
  terminate(): void;
}

interface Pending {
  readonly id: number;
  readonly call: CallName;
  readonly takes: Calls[CallName]["takes"];
  readonly transfer: Transferable[];
  readonly control: Control | null;
  readonly progress: Progress | null;
  /** Null once the page was answered: what the worker still says about it is dropped. */
  settle: ((result: Result<unknown>) => void) | null;
}

const READY_WITHIN_MS = 10_000;
const PROGRESS_EVERY_MS = 100;

/** The engine over a worker that `spawn` starts. One request is with the worker at a time; the others wait in line here. */
export function createEngine(spawn: () => WorkerLike): Engine {
  let worker: WorkerLike;
  let ids = 0;
  let line: Pending[] = [];
  let current: Pending | null = null;
  let dead: Fault | null = null;
  let crashed: (fault: Fault) => void = () => {};
  let readiness: ReturnType<typeof setTimeout>;
  let polling: ReturnType<typeof setInterval> | undefined;

  function start(): void {
    dead = null;
    worker = spawn();
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = ({ message }) => crash(`The array engine stopped: ${message || "no reason was given"}.`);
    readiness = setTimeout(() => crash("The array engine did not start within ten seconds."), READY_WITHIN_MS);
  }

  function hear(message: FromWorker): void {
    clearTimeout(readiness);
    if ("id" in message) answered(message);
    else if (message.event === "crashed") crash(`The array engine stopped: ${message.fault.message}`);
  }

  function crash(message: string): void {
    clearTimeout(readiness);
    clearInterval(polling);
    worker.terminate();
    dead = new InternalError(message).toFault();
    const pending = current === null ? line : [current, ...line];
    current = null;
    line = [];
    for (const each of pending) each.settle?.(failed(dead));
    crashed(dead);
  }

  /** The one place where stale answers end: what nobody waits for is dropped, and the memory of a late array given back. */
  function answered({ id, result }: Reply): void {
    if (current?.id !== id) return;
    const { call, settle } = current;
    current = null;
    clearInterval(polling);
    if (settle !== null) settle(result);
    else if (result.ok && (call === "open" || call === "first")) {
      const late = result.value as Calls["first"]["gives"];
      if (late !== null) void ask("free", { handle: late.handle });
    }
    next();
  }

  function next(): void {
    const first = line[0];
    if (current !== null || first === undefined) return;
    line = line.slice(1);
    current = first;
    const { id, call, takes, transfer, control, progress } = first;
    worker.postMessage({ id, call, takes }, transfer);
    if (control === null || progress === null) return;
    polling = setInterval(() => {
      if (first.settle !== null) progress(Atomics.load(control, 0));
    }, PROGRESS_EVERY_MS);
  }

  function drop(call: CallName): void {
    const stale = current === null ? line : [current, ...line];
    line = line.filter((each) => each.call !== call);
    // A port that never reaches the worker is closed here; one that did is closed by the worker.
    for (const port of stale.filter((each) => each !== current && each.call === call).flatMap(({ transfer }) => transfer)) {
      (port as MessagePort).close();
    }
    for (const each of stale.filter((pending) => pending.call === call)) {
      if (each.control !== null) Atomics.store(each.control, 1, 1);
      each.settle?.(failed(new CancelledError().toFault()));
      each.settle = null;
    }
  }

  function ask<K extends CallName>(
    call: K,
    takes: Calls[K]["takes"],
    options: { transfer?: Transferable[]; control?: Control; progress?: Progress | undefined } = {},
  ): Promise<Result<Calls[K]["gives"]>> {
    if (dead !== null) return Promise.resolve(failed(dead));
    return new Promise((resolve) => {
      line = [
        ...line,
        {
          id: ++ids,
          call,
          takes,
          transfer: options.transfer ?? [],
          control: options.control ?? null,
          progress: options.progress ?? null,
          settle: resolve as (result: Result<unknown>) => void,
        },
      ];
      next();
    });
  }

  start();
  return {
    open(source, progress, manner = {}) {
      drop("open");
      const control = newControl();
      const transfer = source.kind === "port" ? [source.port as unknown as MessagePort] : [];
      return ask("open", { ...manner, source, control }, { control, progress, transfer });
    },
    reduce(handle, reduction, progress) {
      drop("reduce");
      const control = newControl();
      return ask("reduce", { handle, reduction, control }, { control, progress });
    },
    export: (handle, reduction, choice, port) =>
      ask("export", { handle, reduction, choice, port }, { transfer: [port as unknown as MessagePort] }),
    free: (handle) => ask("free", { handle }),
    ask(call, takes, { progress, replaces = false, transfer = [] } = {}) {
      if (replaces) drop(call);
      const control = newControl();
      return ask(call, { ...takes, control } as Calls[typeof call]["takes"], { control, progress, transfer });
    },
    cancel: drop,
    onCrash(listener) {
      crashed = listener;
    },
    restart() {
      worker.terminate();
      start();
    },
  };
}

function newControl(): Control {
  return new Int32Array(new SharedArrayBuffer(8));
}
