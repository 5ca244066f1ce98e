import type { Reduction } from "@argscope/core/contract/worker.ts";
import { type Region, wholeRegion } from "@argscope/core/expression/index.ts";
import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { answerPlace } from "../../src/features/grid/answer-place.ts";
import { type Frame, frameOf } from "../../src/features/grid/frame.ts";
import { markOf, winnerIndex } from "../../src/features/grid/marks.ts";
import { regionEdges } from "../../src/features/grid/region.ts";
import { describe as wordsOf } from "../../src/features/grid/words.ts";
import { shared, sharedIndices } from "../fakes.ts";

interface Given {
  readonly shape: number[];
  readonly values: number[];
  readonly axis: number | null;
  readonly indices: number[];
  readonly resultShape?: number[];
  readonly keepdims?: boolean;
  readonly fixed?: number[];
  readonly names?: string[];
  readonly mapping?: { readonly rowAxis: number; readonly columnAxis: number };
  readonly region?: Region;
}

function frame({ shape, values, axis, indices, resultShape, keepdims = false, fixed = [], names = [], ...rest }: Given): Frame {
  const { mapping, region } = rest;
  const reduction: Reduction = { operation: "argmin", axis, nan: "numpy", keepdims, of: "a" };
  const array = arrayOf(shared(shape, values));
  const result = resultShape ?? (axis === null ? [] : shape.toSpliced(axis, 1));
  const answer = { reduction, indices: arrayOf(sharedIndices(result, indices)), region: region ?? wholeRegion(shape) };
  const rowAxis = shape.length === 0 ? null : Math.max(0, shape.length - 2);
  const columnAxis = shape.length < 2 ? null : shape.length - 1;
  return frameOf({ array, rowAxis, columnAxis, fixed, ...mapping, columnNames: names, labels: [], answer });
}

/** F for a winner, t for a tie, . for neither; a line per row. */
function picture(shown: Frame): string[] {
  return Array.from({ length: shown.rows }, (_, row) =>
    Array.from({ length: shown.columns }, (_unused, column) => {
      const mark = markOf(shown, row, column);
      return mark === null ? "." : mark === "first" ? "F" : "t";
    }).join(""),
  );
}

const twoRows = { shape: [2, 3], values: [8, 92, 93, 94, 9, 7] };

describe("the cells that are lit", () => {
  it("are the winner of each column along axis 0", () => {
    expect(picture(frame({ ...twoRows, axis: 0, indices: [0, 1, 1] }))).toEqual(["F..", ".FF"]);
  });

  it("are the winner of each row along axis 1", () => {
    expect(picture(frame({ ...twoRows, axis: 1, indices: [0, 2] }))).toEqual(["F..", "..F"]);
  });

  it("are one cell for the whole array", () => {
    expect(picture(frame({ ...twoRows, axis: null, indices: [5] }))).toEqual(["...", "..F"]);
  });

  it("are the same with keepdims", () => {
    expect(picture(frame({ ...twoRows, axis: 1, indices: [0, 2], resultShape: [2, 1], keepdims: true }))).toEqual([
      "F..",
      "..F",
    ]);
    expect(picture(frame({ ...twoRows, axis: 0, indices: [0, 1, 1], resultShape: [1, 3], keepdims: true }))).toEqual([
      "F..",
      ".FF",
    ]);
  });

  it("stand in one column for one dimension", () => {
    const one = { shape: [5], values: [91, 92, 93, 7, 95] };
    expect(picture(frame({ ...one, axis: null, indices: [3] }))).toEqual([".", ".", ".", "F", "."]);
    expect(picture(frame({ ...one, axis: 0, indices: [3] }))).toEqual([".", ".", ".", "F", "."]);
  });

  it("are the only cell of an array without dimensions", () => {
    expect(picture(frame({ shape: [], values: [4], axis: null, indices: [0] }))).toEqual(["F"]);
  });

  it("are outlined where they equal the winner, 0 and -0 alike", () => {
    expect(picture(frame({ shape: [3, 2], values: [0, 5, -0, 5, 1, 6], axis: 0, indices: [0, 0] }))).toEqual([
      "FF",
      "tt",
      "..",
    ]);
  });

  it("are NaN under NumPy's rule, and a later NaN is a tie", () => {
    const nan = Number.NaN;
    expect(picture(frame({ shape: [3, 1], values: [1, nan, nan], axis: 0, indices: [1] }))).toEqual([".", "F", "t"]);
  });

  it("tie across the whole array, not only in a lane", () => {
    expect(picture(frame({ shape: [2, 2], values: [3, 1, 1, 3], axis: null, indices: [1] }))).toEqual([".F", "t."]);
  });

  it("lie in the slice that is shown, for three dimensions", () => {
    const cube = { shape: [2, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 0] };
    expect(picture(frame({ ...cube, axis: 0, indices: [0, 0, 0, 1], fixed: [0, 0, 0] }))).toEqual(["FF", "F."]);
    expect(picture(frame({ ...cube, axis: 0, indices: [0, 0, 0, 1], fixed: [1, 0, 0] }))).toEqual(["..", ".F"]);
    expect(picture(frame({ ...cube, axis: 2, indices: [0, 0, 0, 1], fixed: [1, 0, 0] }))).toEqual(["F.", ".F"]);
    expect(picture(frame({ ...cube, axis: null, indices: [7], fixed: [0, 0, 0] }))).toEqual(["..", ".."]);
    expect(picture(frame({ ...cube, axis: null, indices: [7], fixed: [1, 0, 0] }))).toEqual(["..", ".F"]);
  });

  it("are none of an array without elements", () => {
    expect(picture(frame({ shape: [0, 3], values: [], axis: 1, indices: [] }))).toEqual([]);
  });
});

describe("with another mapping", () => {
  const cube = { shape: [2, 2, 3], values: [5, 1, 9, 7, 8, 0, 2, 6, 3, 4, 11, 10] };

  it("the same winners are lit, where their dimensions run now", () => {
    // np.argmin(a, axis=0) is [[1 0 1] [1 0 0]].
    const down = { ...cube, axis: 0, indices: [1, 0, 1, 1, 0, 0], mapping: { rowAxis: 0, columnAxis: 2 } };
    expect(picture(frame({ ...down, fixed: [0, 0, 0] }))).toEqual([".F.", "F.F"]);
    expect(picture(frame({ ...down, fixed: [0, 1, 0] }))).toEqual([".FF", "F.."]);
    expect(answerPlace(frame({ ...down, fixed: [0, 1, 0] }))).toBe("row");
    const turned = { ...down, mapping: { rowAxis: 2, columnAxis: 0 }, fixed: [0, 1, 0] };
    expect(picture(frame(turned))).toEqual([".F", "F.", "F."]);
    expect(answerPlace(frame(turned))).toBe("column");
  });
});

describe("a region that was reduced in place", () => {
  const square = { shape: [3, 3], values: [1, 9, 8, 7, 2, 6, 5, 4, 3] };
  const corner: Region = [
    { start: 1, count: 2, axis: 0 },
    { start: 1, count: 2, axis: 1 },
  ];

  it("is lit by its own answer, and nothing outside of it is", () => {
    expect(picture(frame({ ...square, axis: 0, indices: [0, 1], resultShape: [2], region: corner }))).toEqual([
      "...",
      ".F.",
      "..F",
    ]);
    expect(picture(frame({ ...square, axis: null, indices: [0], region: corner }))).toEqual(["...", ".F.", "..."]);
  });

  it("may have lost a dimension to an integer", () => {
    const row: Region = [
      { start: 2, count: 1, axis: null },
      { start: 0, count: 3, axis: 0 },
    ];
    const shown = frame({ ...square, axis: 0, indices: [2], resultShape: [], region: row });
    expect(picture(shown)).toEqual(["...", "...", "..F"]);
    expect(answerPlace(shown)).toBe("column");
    expect(winnerIndex(shown, 2, 0)).toBe(2);
    expect(winnerIndex(shown, 1, 0)).toBeNull();
  });

  it("lies in some slices and not in others", () => {
    const cube = { shape: [2, 1, 3], values: [3, 1, 2, 6, 5, 4] };
    const second: Region = [
      { start: 1, count: 1, axis: null },
      { start: 0, count: 1, axis: 0 },
      { start: 0, count: 3, axis: 1 },
    ];
    expect(picture(frame({ ...cube, axis: 1, indices: [2], resultShape: [1], region: second, fixed: [0, 0, 0] }))).toEqual([
      "...",
    ]);
    expect(picture(frame({ ...cube, axis: 1, indices: [2], resultShape: [1], region: second, fixed: [1, 0, 0] }))).toEqual([
      "..F",
    ]);
  });

  it("is told from the rest by its edges", () => {
    const shown = frame({ ...square, axis: 0, indices: [0, 1], resultShape: [2], region: corner });
    expect(regionEdges(shown, 0, 0)).toBe("out");
    expect(regionEdges(shown, 1, 1)).toBe("in top left");
    expect(regionEdges(shown, 2, 2)).toBe("in right bottom");
    expect(regionEdges(frame({ ...square, axis: 0, indices: [0, 1, 2] }), 1, 1)).toBe("");
  });
});

describe("the answer beside its lanes", () => {
  it("is a row for axis 0, a column for axis 1, and neither for the whole array", () => {
    const down = frame({ ...twoRows, axis: 0, indices: [0, 1, 1] });
    const across = frame({ ...twoRows, axis: 1, indices: [0, 2] });
    expect(answerPlace(down)).toBe("row");
    expect([0, 1, 2].map((column) => winnerIndex(down, 0, column))).toEqual([0, 1, 1]);
    expect(answerPlace(across)).toBe("column");
    expect([0, 1].map((row) => winnerIndex(across, row, 0))).toEqual([0, 2]);
    expect(answerPlace(frame({ ...twoRows, axis: null, indices: [5] }))).toBe("none");
  });

  it("stands nowhere when the axis is not one of the two in sight", () => {
    const cube = { shape: [2, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 0] };
    expect(answerPlace(frame({ ...cube, axis: 0, indices: [0, 0, 0, 1], fixed: [0, 0, 0] }))).toBe("none");
  });
});

describe("what a lit cell says of itself", () => {
  it("names the function and the lane", () => {
    const down = frame({ ...twoRows, axis: 0, indices: [0, 1, 1], names: ["Jan", "Feb", "Mar"] });
    expect(wordsOf(down, "first", 1, 2)).toBe("winner: argmin of column 2 (Mar)");
    expect(wordsOf(down, "tie", 0, 0)).toBe("tie: equal to the argmin of column 0 (Jan)");
    expect(wordsOf(down, null, 0, 1)).toBe("");
    const across = frame({ ...twoRows, axis: 1, indices: [0, 2] });
    expect(wordsOf(across, "first", 1, 2)).toBe("winner: argmin of row 1");
    expect(wordsOf(frame({ ...twoRows, axis: null, indices: [5] }), "first", 1, 2)).toBe("winner: argmin of the array");
  });
});
