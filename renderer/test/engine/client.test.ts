import { failed, ok } from "@argscope/core/contract/result.ts";
import type { FromWorker, Reply, Request, Source } from "@argscope/core/contract/worker.ts";
import { CancelledError, FormatError, InternalError } from "@argscope/core/errors.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEngine, type WorkerLike } from "../../src/engine/client.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { opened, shared, sharedIndices } from "../fakes.ts";

class FakeWorker implements WorkerLike {
  readonly heard: Request[] = [];
  readonly transfers: Transferable[][] = [];
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  isTerminated = false;

  postMessage(message: unknown, transfer: Transferable[]): void {
    this.heard.push(message as Request);
    this.transfers.push(transfer);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }
  answer(index: number, result: Reply["result"]): void {
    this.say({ id: (this.heard[index] as Request).id, result });
  }
}

let workers: FakeWorker[];
let engine: Engine;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  engine = createEngine(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  worker().say({ event: "ready" });
});
afterEach(() => vi.useRealTimers());

const worker = () => workers.at(-1) as FakeWorker;
const source: Source = { kind: "text", name: "a", text: "[1]" };
const reduction = { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" } as const;
const table = (handle: number) => opened(handle, shared([1], [1]));
const answer = { ...reduction, indices: sharedIndices([], [0]), text: "0", milliseconds: 1 };
const cancelled = failed(new CancelledError().toFault());

describe("the engine's client", () => {
  it("answers a call with what the worker says to the same number", async () => {
    const asked = engine.open(source);
    worker().answer(0, ok(table(7)));
    expect(await asked).toEqual(ok(table(7)));
  });

  it("hands a refusal on as it is", async () => {
    const asked = engine.open(source);
    const fault = new FormatError("Not a table.", { line: 3 }).toFault();
    worker().answer(0, failed(fault));
    expect(await asked).toEqual(failed(fault));
  });

  it("gives the worker one request at a time", async () => {
    const first = engine.open(source);
    const second = engine.reduce(7, reduction);
    expect(worker().heard).toHaveLength(1);
    worker().answer(0, ok(table(7)));
    expect(worker().heard).toHaveLength(2);
    worker().answer(1, ok(answer));
    expect(await first).toEqual(ok(table(7)));
    expect(await second).toEqual(ok(answer));
  });

  it("lets a newer reduction take over: the older is answered with Cancelled and the worker told to stop", async () => {
    const older = engine.reduce(7, reduction);
    const newer = engine.reduce(7, { ...reduction, operation: "argmax" });
    expect(await older).toEqual(cancelled);
    const request = worker().heard[0];
    expect(request?.call === "reduce" && request.takes.control[1]).toBe(1);
    worker().answer(0, ok(answer));
    worker().answer(1, ok({ ...answer, operation: "argmax" }));
    expect(await newer).toEqual(ok({ ...answer, operation: "argmax" }));
  });

  it("never sends what was taken over while it waited in line", () => {
    void engine.open(source);
    void engine.reduce(7, reduction);
    void engine.reduce(7, { ...reduction, axis: 0 });
    worker().answer(0, ok(table(7)));
    expect(worker().heard).toHaveLength(2);
    const request = worker().heard[1];
    expect(request?.call === "reduce" && request.takes.reduction.axis).toBe(0);
  });

  it("gives back the memory of an array that came too late", () => {
    void engine.open(source);
    engine.cancel("open");
    worker().answer(0, ok(table(7)));
    expect(worker().heard[1]).toMatchObject({ call: "free", takes: { handle: 7 } });
  });

  it("answers a cancelled call at once, whatever the worker does", async () => {
    const asked = engine.open(source);
    engine.cancel("open");
    expect(await asked).toEqual(cancelled);
  });

  it("tells how far a call has come, until it is answered", async () => {
    const seen: number[] = [];
    const asked = engine.open(source, (thousandths) => seen.push(thousandths));
    const request = worker().heard[0];
    if (request?.call === "open") request.takes.control[0] = 420;
    vi.advanceTimersByTime(250);
    expect(seen).toEqual([420, 420]);
    worker().answer(0, ok(table(7)));
    await asked;
    vi.advanceTimersByTime(500);
    expect(seen).toHaveLength(2);
  });

  it("transfers the port that a file comes through", () => {
    const port = { postMessage() {}, onmessage: null, start() {}, close() {} };
    void engine.open({ kind: "port", name: "a.csv", size: 3, port });
    expect(worker().transfers[0]).toEqual([port]);
  });
});

describe("a worker that stops", () => {
  const crashes: string[] = [];
  beforeEach(() => {
    crashes.length = 0;
    engine.onCrash(({ message }) => crashes.push(message));
  });

  it("answers every pending call with Internal and tells the page once", async () => {
    const running = engine.open(source);
    const waiting = engine.reduce(7, reduction);
    worker().onerror?.({ message: "out of memory" });
    expect(await running).toMatchObject({ ok: false, fault: { tag: "Internal" } });
    expect(await waiting).toMatchObject({ ok: false, fault: { tag: "Internal" } });
    expect(crashes).toEqual(["The array engine stopped: out of memory."]);
    expect(worker().isTerminated).toBe(true);
  });

  it("may say so itself", () => {
    worker().say({ event: "crashed", fault: new InternalError("memory access out of bounds").toFault() });
    expect(crashes).toEqual(["The array engine stopped: memory access out of bounds"]);
  });

  it("has stopped when it is not ready within ten seconds", () => {
    engine.restart();
    vi.advanceTimersByTime(9_999);
    expect(crashes).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(crashes).toEqual(["The array engine did not start within ten seconds."]);
  });

  it("refuses calls until it is started again, then takes them", async () => {
    worker().onerror?.({ message: "gone" });
    expect(await engine.open(source)).toMatchObject({ ok: false, fault: { tag: "Internal" } });
    engine.restart();
    const asked = engine.open(source);
    worker().answer(0, ok(table(1)));
    expect(await asked).toEqual(ok(table(1)));
  });
});
