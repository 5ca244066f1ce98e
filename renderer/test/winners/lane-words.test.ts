import { argmax, argmin } from "@argscope/core";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import { type Region, wholeRegion } from "@argscope/core/expression/index.ts";
import { laneFacts } from "@argscope/core/winners/lane-facts.ts";
import { runnersUp } from "@argscope/core/winners/runner-up.ts";
import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { type AnswerInSight, laneAt, regionOf, winnerOf } from "../../src/state/lane-winner.ts";
import { labelOf, laneTitle, laneWord, reason } from "../../src/state/lane-words.ts";
import { shared } from "../fakes.ts";

const cities = ["Oslo", "Rome", "Lima"];
const months = ["Jan", "Feb", "Mar"];

/** An answer as the engine and the shelf give it, with its counts. */
function answerOf(
  values: readonly number[],
  change: Partial<Reduction> = {},
  region: Region | null = null,
  shape = [3, 3],
): AnswerInSight {
  const array = arrayOf(shared(shape, values));
  const reduction: Reduction = { operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a", ...change };
  const whole = region ?? wholeRegion(shape);
  const operand = regionOf(array, whole);
  const indices = { argmin, argmax }[reduction.operation](operand, reduction.axis);
  const { ties, nan } = laneFacts(operand, reduction.axis, indices);
  const isTable = shape.length === 2;
  return {
    serial: 1,
    reduction,
    held: {
      array,
      columns: isTable ? months : [],
      labels: isTable ? [{ name: "City", text: (row) => cities[row] ?? "" }] : [],
    },
    region: whole,
    operand,
    indices,
    rowAxis: Math.max(0, shape.length - 2),
    columnAxis: shape.length < 2 ? null : shape.length - 1,
    counts: { ties, nan, runnersUp: runnersUp(reduction.operation, operand, reduction.axis) },
  };
}

const plain = [8, 92, 7, 94, 9, 7, 1, 9, 7];
const said = (answer: AnswerInSight, lane: number): string => reason(answer, winnerOf(answer, lane));

describe("why a winner wins", () => {
  it("is its value, and how many equal it", () => {
    expect(said(answerOf(plain), 0)).toBe("column 0 (Jan): row 2 (Lima) wins with 1, the smallest");
    expect(said(answerOf(plain), 1)).toBe("column 1 (Feb): row 1 (Rome) wins with 9, the smallest; 1 tie");
    expect(said(answerOf(plain, { operation: "argmax" }), 2)).toBe(
      "column 2 (Mar): row 0 (Oslo) wins with 7, the largest; 2 ties",
    );
  });

  it("is that NaN beats every number, and names who would win without it", () => {
    const answer = answerOf([8, Number.NaN, Number.NaN, Number.NaN, 9, Number.NaN, 1, 9, Number.NaN]);
    expect(said(answer, 0)).toBe(
      "column 0 (Jan): row 1 (Rome) wins because NaN beats every number; without it row 2 (Lima) would",
    );
    expect(said(answer, 1)).toBe(
      "column 1 (Feb): row 0 (Oslo) wins because NaN beats every number; without it row 1 (Rome) would",
    );
    expect(said(answer, 2)).toBe("column 2 (Mar): row 0 (Oslo) wins because NaN beats every number; 2 ties");
  });

  it("names nobody where NumPy itself would name the NaN, beside infinities alone", () => {
    const answer = answerOf([Number.NaN, 0, 0, Number.POSITIVE_INFINITY, 0, 0, Number.NaN, 0, 0]);
    expect(said(answer, 0)).toBe("column 0 (Jan): row 0 (Oslo) wins because NaN beats every number; 1 tie");
  });

  it("names the runner-up of the whole array by row and column", () => {
    const answer = answerOf([8, 92, 7, 94, Number.NaN, 7, 1, 9, 7], { axis: null });
    expect(said(answer, 0)).toBe(
      "the array: row 1 (Rome), column 1 (Feb) wins because NaN beats every number; without it row 2 (Lima), column 0 (Jan) would",
    );
  });

  it("leaves out what nobody has counted yet", () => {
    expect(said({ ...answerOf(plain), counts: null }, 1)).toBe("column 1 (Feb): row 1 (Rome) wins with 9, the smallest");
  });

  it("is about rows along axis 1, and by coordinates in three dimensions", () => {
    expect(said(answerOf(plain, { axis: 1 }), 2)).toBe("row 2 (Lima): column 0 (Jan) wins with 1, the smallest");
    const cube = answerOf([1, 2, 3, 4, 5, 6, 7, 0], { axis: 0 }, null, [2, 2, 2]);
    expect(said(cube, 3)).toBe("lane (1, 1): (1, 1, 1) wins with 0, the smallest");
  });

  it("calls a dimension what it is on the screen when the table is turned", () => {
    const turned = { ...answerOf(plain), rowAxis: 1, columnAxis: 0 };
    expect(said(turned, 0)).toBe("row 0 (Jan): column 2 (Lima) wins with 1, the smallest");
    expect(laneWord(turned)).toBe("row");
  });

  it("cuts a long name", () => {
    const answer = answerOf(plain);
    const long = {
      ...answer,
      held: { ...answer.held, columns: ["A very long name of a column that nobody reads to its end"] },
    };
    expect(said(long, 0)).toContain("column 0 (A very long name of a column that nobod…)");
  });
});

describe("the winner of a region", () => {
  const region = [
    { start: 1, count: 2, axis: 0 },
    { start: 1, count: 2, axis: 1 },
  ];
  const answer = answerOf(plain, { of: "a[1:, 1:]" }, region);

  it("has the index that NumPy gives, and the place in the array that is shown", () => {
    expect(winnerOf(answer, 0)).toMatchObject({ index: 0, position: [1, 1], lane: [1], value: "9", ties: 1 });
    expect(said(answer, 0)).toBe("column 1 (Feb): row 1 (Rome) wins with 9, the smallest; 1 tie");
    expect([laneTitle(answer, winnerOf(answer, 1)), labelOf(answer, winnerOf(answer, 1))]).toEqual(["2 Mar", "Rome"]);
  });

  it("is no lane of the cells beside it", () => {
    expect([laneAt(answer, [0, 1]), laneAt(answer, [2, 0]), laneAt(answer, [2, 2])]).toEqual([null, null, 1]);
  });
});
