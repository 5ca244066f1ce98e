import type { Reduction } from "@argscope/core/contract/worker.ts";
import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { winnerOf } from "../../src/features/winners/lanes.ts";
import { shared, sharedIndices } from "../fakes.ts";

const held = {
  array: arrayOf(shared([2, 3], [8, 92, 93, 94, 9, 7])),
  columns: ["Jan", "Feb", "Mar"],
  labels: [{ name: "City", text: (row: number) => ["Oslo", "Rome"][row] ?? "" }],
};
const asked = (axis: number | null): Reduction => ({ operation: "argmin", axis, nan: "numpy", keepdims: false });

describe("a winner in the list", () => {
  it("is named by its column along axis 0, and says which row it stands in", () => {
    const indices = arrayOf(sharedIndices([3], [0, 1, 1]));
    expect(winnerOf(held, asked(0), indices, 2)).toEqual({
      lane: "2 Mar",
      index: 1,
      label: "Rome",
      value: "7",
      position: [1, 2],
    });
  });

  it("is named by its row along axis 1, and says which column it stands in", () => {
    const indices = arrayOf(sharedIndices([2], [0, 2]));
    expect(winnerOf(held, asked(1), indices, 1)).toEqual({
      lane: "1 Rome",
      index: 2,
      label: "Mar",
      value: "7",
      position: [1, 2],
    });
  });

  it("is one for the whole array, with the place that its flat index means", () => {
    const indices = arrayOf(sharedIndices([], [5]));
    expect(winnerOf(held, asked(null), indices, 0)).toEqual({
      lane: "",
      index: 5,
      label: "Rome, Mar",
      value: "7",
      position: [1, 2],
    });
  });

  it("is named by its place in the answer for three dimensions", () => {
    const cube = { array: arrayOf(shared([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 0])), columns: [], labels: [] };
    const indices = arrayOf(sharedIndices([2, 2], [0, 0, 0, 1]));
    expect(winnerOf(cube, asked(0), indices, 3)).toMatchObject({ lane: "1, 1", value: "0", position: [1, 1, 1] });
  });
});
