import { beforeEach, describe, expect, it } from "vitest";
import { MALFORMED } from "../../../core/test/expression/malformed-texts.ts";
import { enterExpression } from "../../src/features/reduction/enter.ts";
import type { Desk } from "../../src/state/desk.ts";
import { choose } from "../../src/state/reducing.ts";
import { answered, asked, ready } from "../../src/state/state.ts";
import { liveDesk } from "../live-desk.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await liveDesk("city,Jan,Feb,Mar\nOslo,8,92,93\nRome,94,9,7\n");
});

const state = () => desk.store.getState();

/** Enters a text, and waits until all that it asks for is there. */
async function enter(text: string): Promise<void> {
  expect(enterExpression(desk, text)).toBeNull();
  // Another view is asked for before anything is running.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await expect.poll(() => [state().reduction.kind, asked(state())?.kind ?? "none"]).not.toContain("running");
}

function held() {
  const session = ready(state());
  return session === null ? undefined : desk.shelf.held(session.handle);
}

describe("a line of the formula bar", () => {
  it("sets the controls, whatever its form", async () => {
    await enter("a.argmax(-1, keepdims=True)");
    expect(state().choice).toEqual({ operation: "argmax", axis: 1, nan: "numpy", keepdims: true, of: "a" });
    expect(answered(state())?.text).toBe("[[2]\n [0]]");
  });

  it("with a region marks it in place: the array stays, the answer counts in the region", async () => {
    await enter("np.argmin(a[:, 1:], axis=0)");
    expect(ready(state())).toMatchObject({ of: "a", shape: [2, 3], root: null });
    expect(answered(state())).toMatchObject({
      text: "[1 1]",
      region: [
        { start: 0, count: 2, axis: 0 },
        { start: 1, count: 2, axis: 1 },
      ],
    });
  });

  // NumPy 2.4.6: np.argmin(np.array([[8, 92, 93], [94, 9, 7]])[::-1].T, axis=-1) is [1 0 0].
  it("with another view shows the view, with the file's names where they belong now", async () => {
    await enter("np.argmin(a[::-1].T, axis=-1)");
    expect(answered(state())?.text).toBe("[1 0 0]");
    expect(ready(state())).toMatchObject({ of: "a[::-1].T", shape: [3, 2], source: "array", root: { of: "a", shape: [2, 3] } });
    expect(held()?.array.toNested()).toEqual([
      [94n, 8n],
      [9n, 92n],
      [7n, 93n],
    ]);
    expect([...Array(2).keys()].map((column) => held()?.columns[column])).toEqual(["Rome", "Oslo"]);
    expect([0, 1, 2].map((row) => held()?.labels[0]?.text(row))).toEqual(["Jan", "Feb", "Mar"]);
  });

  it("with a view of a view's region marks that in the view", async () => {
    await enter("np.argmax(a.T[1:], axis=0)");
    expect(ready(state())).toMatchObject({ of: "a.T", shape: [3, 2] });
    expect(answered(state())).toMatchObject({ text: "[1 0]", region: [{ start: 1, count: 2, axis: 0 }, { start: 0 }] });
  });

  it("goes back to the array itself", async () => {
    await enter("np.argmin(a.T.reshape(2, 3))");
    expect(ready(state())?.of).toBe("a.T.reshape(2, 3)");
    expect(held()?.labels).toEqual([]);
    await enter("a");
    expect(ready(state())).toMatchObject({ of: "a", root: null, source: "table", shape: [2, 3] });
    expect(state().choice).toMatchObject({ of: "a", axis: null });
  });

  it("without a reduction shows the view and asks what the controls say", async () => {
    await enter("a[::-1]");
    expect(state().choice).toMatchObject({ operation: "argmin", axis: 0, of: "a[::-1]" });
    expect(answered(state())?.text).toBe("[1 0 0]");
  });

  it.each([
    ["np.min(a, axis=0)", "[8 9 7]", { operation: "argmin", axis: 0 }],
    ["a[:, 1:].max()", "93", { operation: "argmax", axis: null, of: "a[:, 1:]" }],
    ["np.nanmax(a.T, axis=1)", "[94 92 93]", { operation: "argmax", nan: "skip", axis: 1, of: "a.T" }],
    ["np.unravel_index(np.argmin(a), a.shape)", "(np.int64(1), np.int64(2))", { operation: "argmin", axis: null }],
    [
      "np.unravel_index(np.argmax(a, axis=0), (2, 3))",
      "(array([0, 0, 0]), array([1, 0, 0]))",
      { operation: "argmax", axis: 0 },
    ],
  ] as const)("%s is answered beyond the controls, which say what finds it", async (text, value, choice) => {
    await enter(text);
    expect(asked(state())).toMatchObject({ kind: "done", text, value });
    expect(state().choice).toMatchObject(choice);
    expect(state().reduction.kind).toBe("done");
  });

  it("that goes beyond the controls holds until they say something else", async () => {
    await enter("np.min(a, axis=0)");
    await choose(desk, { axis: 1 });
    expect(asked(state())).toBeNull();
    expect(answered(state())?.text).toBe("[0 2]");
  });

  it("with a list or a maker makes it the array, and asks the question of it", async () => {
    enterExpression(desk, "np.array([[8,92,93],[94,9,7]]).argmax(axis=1)");
    await expect.poll(() => answered(state())?.text).toBe("[2 0]");
    expect(ready(state())).toMatchObject({ name: "Typed array", of: "a", shape: [2, 3] });
    expect(state().choice).toEqual({ operation: "argmax", axis: 1, nan: "numpy", keepdims: false, of: "a" });
  });

  it("may ask of 2^31 x 1,000,000 elements that are nowhere", async () => {
    enterExpression(desk, "np.broadcast_to(np.arange(1000000), (2147483648, 1000000)).argmax(axis=1)");
    await expect.poll(() => ready(state())?.shape).toEqual([2 ** 31, 1_000_000]);
    await expect.poll(() => answered(state())?.reduction).toMatchObject({ operation: "argmax", axis: 1 });
    expect(answered(state())?.text).toBe("[999999 999999 999999 ... 999999 999999 999999]");
  });
});

describe("a line that is not understood", () => {
  it(`changes nothing: ${MALFORMED.length} malformed expressions, each with its place and reason`, () => {
    const before = state();
    for (const text of MALFORMED) {
      const mistake = enterExpression(desk, text);
      expect(mistake, text).not.toBeNull();
      if (mistake === null) continue;
      expect(mistake.from, text).toBeGreaterThanOrEqual(0);
      expect(mistake.to, text).toBeLessThanOrEqual(text.length);
      expect(mistake.from, text).toBeLessThanOrEqual(mistake.to);
      expect(mistake.reason.length, text).toBeGreaterThan(10);
    }
    expect(state()).toBe(before);
  });
});
