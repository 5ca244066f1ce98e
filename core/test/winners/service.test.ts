import type { Result } from "@argscope/core/contract/result.ts";
import type { Sight } from "@argscope/core/contract/winners.ts";
import type { CallName, Calls, Control, Reduction, Request } from "@argscope/core/contract/worker.ts";
import { Service } from "@argscope/core/service/service.ts";
import { receivedArray } from "@argscope/core/service/shared.ts";
import { expect, test } from "vitest";

function control(): Control {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** A service with one thing open, asked as the page asks. */
async function asking(text: string) {
  const service = new Service();
  let id = 0;
  const call = async <K extends CallName>(name: K, takes: Calls[K]["takes"]): Promise<Result<Calls[K]["gives"]>> => {
    const reply = await service.answer({ id: ++id, call: name, takes } as unknown as Request);
    return reply.result as Result<Calls[K]["gives"]>;
  };
  const opened = value(await call("open", { source: { kind: "text", name: "typed", text }, control: control() }));
  const { handle } = opened;
  const asked = (change: Partial<Reduction> = {}): Reduction => ({
    operation: "argmin",
    axis: 0,
    nan: "numpy",
    keepdims: false,
    of: "a",
    ...change,
  });
  const reduce = async (change: Partial<Reduction> = {}) => {
    const reduction = asked(change);
    value(await call("reduce", { handle, reduction, control: control() }));
    return { handle, reduction, control: control() };
  };
  return { call, opened, reduce, asked };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.fault.name}: ${result.fault.message}`);
  return result.value;
}

function sight(lengths: readonly number[], change: Partial<Sight> = {}): Sight {
  return {
    lengths,
    parts: lengths.map((count, axis) => ({ start: 0, count, axis })),
    rowAxis: lengths.length - 2,
    columnAxis: lengths.length - 1,
    fixed: lengths.map(() => 0),
    rows: null,
    columns: null,
    ...change,
  };
}

const numbers = (shared: Parameters<typeof receivedArray>[0]): number[] => [...receivedArray(shared).data].map(Number);

test("ties are counted for the answer that is held, and who would win without NaN", async () => {
  const { call, reduce } = await asking("[[nan, 2.0], [1.0, 2.0], [nan, 3.0]]");
  const given = value(await call("ties", await reduce()));
  expect(given).toMatchObject({ lanesWithTies: 2, lanesWithNan: 1 });
  expect(numbers(given.counts)).toEqual([1, 1]);
  expect(given.nan && numbers(given.nan)).toEqual([1, 0]);
  expect(given.runnersUp && numbers(given.runnersUp)).toEqual([1, 0]);
  const skipped = value(await call("ties", await reduce({ nan: "skip" })));
  expect(numbers(skipped.counts)).toEqual([0, 1]);
  expect(skipped.runnersUp).toBeNull();
});

test("an answer that is not held any more is refused, and the newest of the same question is the one that counts", async () => {
  const { call, opened, reduce, asked } = await asking("[[1.0, 2.0], [1.0, 3.0]]");
  const first = await reduce();
  expect(numbers(value(await call("ties", first)).counts)).toEqual([1, 0]);
  // A cell changes, and the same is asked again.
  const data = receivedArray(opened.array).data as Float64Array;
  data[2] = 0;
  await reduce();
  expect(numbers(value(await call("ties", first)).counts)).toEqual([0, 0]);
  await reduce({ axis: 1 });
  await reduce({ axis: null });
  const refused = await call("ties", { handle: first.handle, reduction: asked(), control: control() });
  expect(refused).toMatchObject({ ok: false, fault: { tag: "Internal" } });
});

test("a list of a table is ordered by the file's words along the axis", async () => {
  const { call, reduce } = await asking("city,jan,jul,oct\nOslo,-4,18,5\nCairo,14,28,25\nAden,25,16,4\n");
  const order = { column: "label", descending: false, filter: "all" } as const;
  const rows = value(await call("winners", { ...(await reduce()), order }));
  expect([rows.count, rows.lanes && numbers(rows.lanes)]).toEqual([3, [1, 2, 0]]);
  const names = value(await call("winners", { ...(await reduce({ axis: 1, operation: "argmax" })), order }));
  expect(names.lanes && numbers(names.lanes)).toEqual([2, 0, 1]);
  const plain = value(await call("winners", { ...(await reduce()), order: { ...order, column: "lane" } }));
  expect(plain).toEqual({ count: 3, lanes: null });
});

test("rails and walks are of the operand where it lies in what is shown", async () => {
  const { call, reduce } = await asking("[[9, 8, 7], [5, 1, 3], [4, 0, 3]]");
  const parts = [
    { start: 1, count: 2, axis: 0 },
    { start: 1, count: 2, axis: 1 },
  ];
  const asked = { ...(await reduce({ of: "a[1:, 1:]" })), sight: sight([3, 3], { parts }) };
  const { down, across } = value(await call("rail", { ...asked, buckets: 10, ties: true }));
  expect([[...down.winners], [...down.ties], [...across.winners]]).toEqual([
    [0, 1, 1],
    [0, 0, 1],
    [0, 1, 1],
  ]);
  const stop = value(await call("walk", { ...asked, from: null, direction: 1 }));
  expect(stop).toEqual({ index: [1, 2], kind: "first", number: 1, count: 2, wrapped: false });
});

test("a reshape that copies is counted too, and its copy given back", async () => {
  const { call, reduce } = await asking("[[3, 1, 2], [1, 5, 1]]");
  const given = value(await call("ties", await reduce({ of: "a.T.reshape(2, 3)", axis: 1 })));
  // a.T.ravel() is 3 1 1 5 2 1.
  expect(numbers(given.counts)).toEqual([1, 0]);
});
