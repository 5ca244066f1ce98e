import type { Origin } from "@argscope/core/contract/opening.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import { ok } from "@argscope/core/contract/result.ts";
import type {
  Answer,
  CallName,
  Calls,
  Exported,
  Opened,
  Reduction,
  SharedArray,
  Source,
} from "@argscope/core/contract/worker.ts";
import type { AskOptions, Engine, Asked as EngineAsked, Manner, Progress } from "../src/engine/engine.ts";
import type { Host, Originals, Target } from "../src/host/host.ts";

/** A call of the fake engine that the test answers when it likes. */
export interface Asked<In, Out> {
  readonly takes: In;
  readonly progress: Progress;
  answer(result: Result<Out>): Promise<void>;
}

/** An engine whose answers the test gives, in the order and at the time it likes. */
export class FakeEngine implements Engine {
  readonly opens: Asked<Source, Opened>[] = [];
  readonly reductions: Asked<Reduction, Answer>[] = [];
  readonly exports: Asked<Reduction, Exported>[] = [];
  readonly freed: number[] = [];
  readonly cancelled: string[] = [];
  restarts = 0;
  crash: Parameters<Engine["onCrash"]>[0] = () => {};

  /** How each was to be opened. */
  readonly manners: Manner[] = [];
  open(source: Source, progress: Progress = () => {}, manner: Manner = {}): Promise<Result<Opened>> {
    this.manners.push(manner);
    return asked(this.opens, source, progress);
  }
  reduce(_handle: number, reduction: Reduction, progress: Progress = () => {}): Promise<Result<Answer>> {
    return asked(this.reductions, reduction, progress);
  }
  export(_handle: number, reduction: Reduction): Promise<Result<Exported>> {
    return asked(this.exports, reduction, () => {});
  }
  free(handle: number): Promise<Result<null>> {
    this.freed.push(handle);
    return Promise.resolve(ok(null));
  }
  /** What was asked by name; the test answers each. */
  readonly asked: { readonly call: CallName; readonly takes: unknown; answer(result: Result<unknown>): Promise<void> }[] = [];
  readonly #progress = new Map<CallName, Progress>();
  /** The call that was asked for last says how far it is. */
  progress(call: CallName, thousandths: number): void {
    this.#progress.get(call)?.(thousandths);
  }
  ask<K extends CallName>(call: K, takes: EngineAsked<K>, { progress }: AskOptions = {}): Promise<Result<Calls[K]["gives"]>> {
    if (progress !== undefined) this.#progress.set(call, progress);
    return new Promise((resolve) => {
      this.asked.push({
        call,
        takes,
        async answer(result) {
          resolve(result as Result<Calls[K]["gives"]>);
          await new Promise((after) => setTimeout(after));
        },
      });
    });
  }
  cancel(call: CallName): void {
    this.cancelled.push(call);
  }
  onCrash(listener: Parameters<Engine["onCrash"]>[0]): void {
    this.crash = listener;
  }
  restart(): void {
    this.restarts++;
  }
}

function asked<In, Out>(list: Asked<In, Out>[], takes: In, progress: Progress): Promise<Result<Out>> {
  return new Promise((resolve) => {
    list.push({
      takes,
      progress,
      async answer(result) {
        resolve(result);
        await new Promise((after) => setTimeout(after));
      },
    });
  });
}

export class FakeHost implements Host {
  picked: Result<Source | null> = ok(null);
  target: Result<Target | null> = ok(null);
  originals: Originals | null = null;
  rereads: Result<Source> | null = null;
  closed = 0;
  suggested = "";
  async pickSource(): Promise<Result<Source | null>> {
    return this.picked;
  }
  async pickDestination(suggestedName: string): Promise<Result<Target | null>> {
    this.suggested = suggestedName;
    return this.target;
  }
  recent: Host["recent"] = null;
  memory: number | null = null;
  async availableMemory(): Promise<number | null> {
    return this.memory;
  }
  async reread(): Promise<Result<Source> | null> {
    return this.rereads;
  }
  closeWindow = (): void => {
    this.closed++;
  };
  onOpenRequest(): void {}
  pageReady(): void {}
}

/** A float64 array in shared memory, C order. */
export function shared(shape: readonly number[], values: readonly number[]): SharedArray {
  const data = new Float64Array(new SharedArrayBuffer(values.length * 8));
  data.set(values);
  return sharedArray("float64", shape, data);
}

/** The indices of an answer, as the engine keeps them. */
export function sharedIndices(shape: readonly number[], values: readonly number[]): SharedArray {
  const data = new Int32Array(new SharedArrayBuffer(values.length * 4));
  data.set(values);
  return sharedArray("intp", shape, data);
}

function sharedArray(
  dtype: SharedArray["dtype"],
  shape: readonly number[],
  { buffer, length, BYTES_PER_ELEMENT: itemsize }: Float64Array<SharedArrayBuffer> | Int32Array<SharedArrayBuffer>,
): SharedArray {
  return { dtype, shape, strides: rowMajor(shape), offset: 0, buffer, byteOffset: 0, length, itemsize };
}

function rowMajor(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
}

export function opened(handle: number, array: SharedArray, parts: Partial<Opened> = {}): Opened {
  const rest = {
    name: "file.csv",
    kind: "table" as const,
    columns: [],
    labels: [],
    nanCount: 0,
    receipt: [],
    origin,
    milliseconds: 1,
  };
  return { handle, array, ...rest, ...parts };
}

/** Of a CSV with nothing chosen about it, and no text to read again. */
export const origin: Origin = {
  format: "csv",
  picks: [],
  fingerprint: null,
  options: {},
  isRemembered: false,
  hasText: false,
  point: ".",
  thousands: "",
};

export function typed(name: string): Source {
  return { kind: "text", name, text: "" };
}
