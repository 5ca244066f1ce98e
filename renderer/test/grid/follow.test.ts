import { ok } from "@argscope/core/contract/result.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { followDesk } from "../../src/features/grid/follow.ts";
import type { Frame } from "../../src/features/grid/frame.ts";
import { markOf } from "../../src/features/grid/marks.ts";
import { regionEdges } from "../../src/features/grid/region.ts";
import { winnerElsewhere } from "../../src/features/mapper/winner-elsewhere.ts";
import type { Desk } from "../../src/state/desk.ts";
import { moveSlice, reduceSlice, swapRowsAndColumns } from "../../src/state/slicing.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, shared, sharedIndices } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;
let shown: Frame[];
let stop: () => void;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function answerLast(indices: number[], shape: number[]): Promise<void> {
  const asked = engine.reductions.at(-1);
  if (asked === undefined) throw new Error("Nothing was asked.");
  await asked.answer(ok({ ...asked.takes, indices: sharedIndices(shape, indices), text: "", milliseconds: 1 }));
}

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([3, 2, 2], [1, 2, 3, 4, 8, 7, 6, 5, 9, 9, 9, 9])));
  void reduceSlice(desk, true);
  await answerLast([0, 0], [2]);
  shown = [];
  const surface = {
    show: (frame: Frame) => void shown.push(frame),
    repaint() {},
    offsetsShowing: (_frame: Frame, _spot: unknown, offsets: { row: number; column: number }) => offsets,
  };
  stop = followDesk(surface, desk);
  shown.length = 0;
});

afterEach(() => stop());

describe("the grid, where the slice alone is reduced", () => {
  it("shows another slice once, with its own answer", async () => {
    moveSlice(desk, 0, 1);
    await answerLast([1, 1], [2]);
    await pause(100);
    expect(shown.map(({ fixed }) => fixed)).toEqual([[1, 0, 0]]);
    expect(markOf(shown[0] as Frame, 1, 1)).toBe("first");
  });

  it("does not make the person wait for a slow answer, and says nothing of the slice before", async () => {
    moveSlice(desk, 0, 1);
    expect(shown).toEqual([]);
    await pause(100);
    expect(shown.map(({ fixed }) => fixed)).toEqual([[1, 0, 0]]);
    const [frame] = shown as [Frame];
    expect([markOf(frame, 0, 0), markOf(frame, 1, 1), regionEdges(frame, 0, 0)]).toEqual([null, null, ""]);
    expect(winnerElsewhere(desk, desk.store.getState())).toBeNull();
  });

  it("shows rows and columns in each other's place at once: the answer is still that of the slice", () => {
    swapRowsAndColumns(desk);
    expect(shown.map(({ rowAxis, columnAxis }) => [rowAxis, columnAxis])).toEqual([[2, 1]]);
  });
});
