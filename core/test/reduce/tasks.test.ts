import { geometryOf } from "@argscope/core/reduce/kernel-geometry.ts";
import { type Cuts, cutsOf, IN_PLACE, partCount, taskCount, tasksOf } from "@argscope/core/reduce/kernel-tasks.ts";
import { makePlan } from "@argscope/core/reduce/plan.ts";
import { expect, test } from "vitest";

/** Rows of neighbours, reduced along the rows' own dimension; the elements do not matter. */
function downwards(rows: number, columns: number, threads: number) {
  const data = new Uint8Array(0);
  const plan = makePlan("argmin", false, { dtype: "uint8", data, offset: 0, shape: [rows, columns], strides: [columns, 1] }, 0);
  const geometry = geometryOf(plan, 1);
  return { geometry, cuts: cutsOf(geometry, 1, IN_PLACE, threads) };
}

test("threads share wide rows by columns, and cut no lane", () => {
  for (const [rows, columns, threads] of [
    [1280, 76_800, 2],
    [1280, 76_800, 4],
    [10_000, 10_000, 2],
    [500, 1_000_000, 4],
  ] as const) {
    const { geometry, cuts } = downwards(rows, columns, threads);
    expect(cuts.lane).toBe(1);
    expect(cuts.count).toBeGreaterThanOrEqual(2 * threads);
    expect(partCount(geometry, cuts)).toBe(columns);
    // Strips that are narrower are read slowly: a page is what the processor likes best.
    for (const { count } of tasksOf(geometry, cuts)) expect(count).toBeGreaterThan(columns < 20_000 ? 2048 : 3072);
  }
});

test("threads share narrow rows by cutting the lanes: four pieces each, for each is read straight on", () => {
  for (const columns of [20, 511]) {
    const { geometry, cuts } = downwards(1_000_000, columns, 2);
    expect(cuts).toEqual<Cuts>({ lane: 8, count: 1, outer: 1 });
    expect(taskCount(geometry, cuts)).toBe(8);
  }
});

test("threads share rows of middling width by cutting the lanes in two pieces each, for each is slow to start", () => {
  const { geometry, cuts } = downwards(100_000, 512, 2);
  expect(cuts).toEqual<Cuts>({ lane: 4, count: 1, outer: 1 });
  expect(taskCount(geometry, cuts)).toBe(4);
});

test("tasks cover every element once, whatever the cuts", () => {
  for (const [rows, columns, threads] of [
    [1280, 76_800, 2],
    [3333, 20, 3],
    [1_000_003, 17, 2],
    [70, 200_001, 4],
  ] as const) {
    const { geometry, cuts } = downwards(rows, columns, threads);
    let elements = 0;
    for (const { length, count, outer } of tasksOf(geometry, cuts)) elements += length * count * outer;
    expect(elements).toBe(rows * columns);
  }
});
