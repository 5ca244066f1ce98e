import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Dtype } from "../../src/array/dtype.ts";
import { CancelledError } from "../../src/errors.ts";
import { startHelpers, threadCount } from "../../src/pool/helpers.ts";
import { setPool } from "../../src/pool/pool.ts";
import { makePlan } from "../../src/reduce/plan.ts";
import { reduceByReference } from "../../src/reduce/reference.ts";
import { reduceByKernels } from "../../src/reduce/reordered.ts";
import { describe, fill, giveBack, inEngine, plansOf, Random } from "./cases.ts";
import { threadMaker } from "./thread-pool.ts";

const workers: Worker[] = [];
let start: () => Worker;

beforeAll(async () => {
  const make = await threadMaker();
  start = () => {
    const worker = make();
    workers.push(worker);
    return worker;
  };
  setPool(start, 3);
  startHelpers();
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("online", resolve))));
});

afterAll(async () => {
  setPool(null);
  await Promise.all(workers.map((worker) => worker.terminate()));
});

const SHAPES: readonly (readonly [shape: readonly number[], axis: number | null, dtype: Dtype])[] = [
  [[3_000_000], null, "float64"],
  [[3_000_000], 0, "int32"],
  [[1500, 2000], 0, "float64"],
  [[1500, 2000], 1, "float32"],
  [[150_000, 20], 0, "float64"],
  [[150_000, 20], 1, "float64"],
  [[20, 150_000], 0, "int64"],
  [[20, 150_000], 1, "datetime64[s]"],
  [[40, 240, 320], 1, "float16"],
  [[5_000_000, 2], 0, "uint16"],
  [[2, 6_000_000], null, "int8"],
  [[80, 240, 320], null, "int16"],
  [[80, 240, 320], 0, "int16"],
  [[80, 240, 320], 1, "uint16"],
  [[80, 240, 320], 2, "int16"],
  [[60, 150, 160], null, "float64"],
  [[2100, 5000], 0, "uint8"],
];

test.each(SHAPES)("threads and reference agree on shape %j along %s, %s", (shape, axis, dtype) => {
  expect(threadCount()).toBe(4);
  const size = shape.reduce((product, length) => product * length, 1);
  const data = inEngine(dtype, size);
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((product, length) => product * length, 1));
  const backwards = shape.map((_, k) => shape.slice(0, k).reduce((product, length) => product * length, 1));
  const random = new Random(size);
  for (const mix of ["wild", "plain"] as const) {
    fill(dtype, data, mix, random);
    for (const walk of [strides, backwards]) {
      for (const plan of plansOf({ dtype, data, offset: 0, shape, strides: walk }, axis)) {
        const kernel = new Int32Array(new SharedArrayBuffer(4 * plan.lanes)).fill(-7);
        const reference = new Int32Array(plan.lanes);
        expect(reduceByKernels(plan, kernel)).toBe(true);
        reduceByReference(plan, reference);
        expect(Buffer.compare(Buffer.from(kernel), Buffer.from(reference)), describe(plan)).toBe(0);
      }
    }
  }
  giveBack(data);
});

function large(length: number) {
  const data = inEngine("float64", length) as Float64Array;
  for (let i = 0; i < length; i++) data[i] = Math.abs(i - 9_000_001);
  return makePlan("argmin", false, { dtype: "float64", data, offset: 0, shape: [length], strides: [1] }, null);
}

test("progress grows to 1000, written while the work goes on", () => {
  const plan = large(16_000_000);
  const control = new Int32Array(new SharedArrayBuffer(8));
  const result = new Int32Array(1);
  reduceByKernels(plan, result, control);
  expect(result[0]).toBe(9_000_001);
  expect(control[0]).toBe(1000);
  giveBack(plan.data);
});

test("a cancelled call throws, and no helper is at work any more", () => {
  const plan = large(16_000_000);
  const control = new Int32Array(new SharedArrayBuffer(8));
  control[1] = 1;
  expect(() => reduceByKernels(plan, new Int32Array(1), control)).toThrow(CancelledError);
  giveBack(plan.data);
});

test("memories come and go: a helper works on a new one after the old one was given back", () => {
  for (const length of [2_000_000, 5_000_000, 11_000_000, 2_000_001]) {
    const data = inEngine("float64", length) as Float64Array;
    data.fill(1);
    data[length - 3] = 0;
    const result = new Int32Array(1);
    reduceByKernels(
      makePlan("argmin", false, { dtype: "float64", data, offset: 0, shape: [length], strides: [1] }, null),
      result,
    );
    expect(result[0]).toBe(length - 3);
    giveBack(data);
  }
});

test("threads that died are not needed", async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
  const plan = large(12_000_000);
  const result = new Int32Array(1);
  reduceByKernels(plan, result);
  expect(result[0]).toBe(9_000_001);
  giveBack(plan.data);
});

test("without a pool one thread works", () => {
  setPool(null);
  expect(threadCount()).toBe(1);
});

test("the work on long lanes is shared even where their few winners lie on this thread's own heap", () => {
  const offered: unknown[] = [];
  setPool(() => ({ postMessage: (message) => void offered.push((message as { say: string }).say) }), 1);
  const shape = [8, 200_000];
  const data = inEngine("float64", 1_600_000);
  fill("float64", data, "plain", new Random(8));
  const plan = makePlan("argmin", false, { dtype: "float64", data, offset: 0, shape, strides: [200_000, 1] }, 1);
  const kernel = new Int32Array(8).fill(-7);
  const reference = new Int32Array(8);
  expect(reduceByKernels(plan, kernel)).toBe(true);
  reduceByReference(plan, reference);
  expect(kernel).toEqual(reference);
  expect(offered).toEqual(["reduce"]);
  giveBack(data);
});
