import { describe, expect, test } from "vitest";
import { calledFunctions, compareCalls } from "../array/call-cases.ts";
import type { Tally } from "../array/tally.ts";
import { conformancePage } from "./conformance-page.ts";
import { compareReductions, compareWay, reductionGroups } from "./reduction-cases.ts";

const run = { reductions: [] as Tally[], ordinary: [] as Tally[], calls: [] as Tally[], ways: [] as Tally[] };

function record(kind: keyof typeof run, tally: Tally): void {
  run[kind].push(tally);
  expect(tally.answers + tally.refusals).toBeGreaterThan(0);
  expect(tally.differences).toEqual([]);
}

describe("reductions of the corpus are NumPy's, in engine memory", () => {
  test.each(reductionGroups)("%s", (group) => record("reductions", compareReductions(group, "engine")));
});

describe("reductions of the corpus are NumPy's, in an ordinary buffer", () => {
  test.each(reductionGroups)("%s", (group) => record("ordinary", compareReductions(group, "ordinary")));
});

describe("each way to reduce answers the same on its own, whatever the public functions choose", () => {
  test("the scalar reference", () => record("ways", compareWay("reference")));
  test("the kernels, on engine memory", () => record("ways", compareWay("kernel")));
});

describe("answers and refusals of the corpus are NumPy's, in the same words", () => {
  test.each(calledFunctions)("%s", (name) => record("calls", compareCalls(name)));
});

test("core/CONFORMANCE.md says what this run compared; `vitest -u` writes it anew", async () => {
  await expect(conformancePage(run)).toMatchFileSnapshot("../../CONFORMANCE.md");
});
