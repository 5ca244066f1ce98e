import { describe, expect, test } from "vitest";
import type { Direction } from "../../src/contract/selecting.ts";
import { CancelledError } from "../../src/errors.ts";
import { Watch } from "../../src/reduce/watch.ts";
import { edgeFrom } from "../../src/select/edge.ts";
import { planeOf, planeOfRows, texts } from "./planes.ts";

const o = Number.NaN;
const column = [1, 2, 3, o, o, 6, o, 8, 9].map((value) => [value]);

function down(from: number, direction: Direction = "down"): number {
  return edgeFrom(planeOfRows(column), { row: from, column: 0 }, direction, new Watch(undefined, 1)).row;
}

describe("Ctrl and an arrow lead", () => {
  test("to the last cell of a block of data", () => {
    expect([down(0), down(1), down(7)]).toEqual([2, 2, 8]);
    expect([down(8, "up"), down(1, "up")]).toEqual([7, 0]);
  });

  test("from its end, or from a cell without data, to the next cell that has some", () => {
    expect([down(2), down(3), down(4), down(5)]).toEqual([5, 5, 5, 7]);
    expect([down(7, "up"), down(6, "up"), down(5, "up"), down(3, "up")]).toEqual([5, 5, 2, 2]);
  });

  test("to the end where nothing follows", () => {
    expect(edgeFrom(planeOfRows([[1], [o], [o]]), { row: 0, column: 0 }, "down", new Watch(undefined, 1)).row).toBe(2);
    expect([down(8), down(0, "up")]).toEqual([8, 0]);
  });

  test("across as well, over columns of text, where empty text is none", () => {
    const plane = planeOf(planeOfRows([[1, 2]]).cells, {
      labels: [texts("a", ["x"]), texts("b", ["y"]), texts("c", [""]), texts("d", ["z"])],
    });
    const across = (from: number, direction: Direction): number =>
      edgeFrom(plane, { row: 0, column: from }, direction, new Watch(undefined, 1)).column;
    expect([across(0, "right"), across(2, "right"), across(4, "left"), across(2, "left")]).toEqual([2, 4, 2, 0]);
  });

  test("through the order in which rows are shown", () => {
    const plane = planeOf(planeOfRows(column).cells, { rowOrder: Int32Array.of(8, 0, 3, 7) });
    expect(edgeFrom(plane, { row: 0, column: 0 }, "down", new Watch(undefined, 1)).row).toBe(1);
  });

  test("to the end of integers at once, and elsewhere no further than a person waits", () => {
    const integers = planeOfRows(Array.from({ length: 3 }, (_, k) => [k]));
    const cancelled = new Watch(Int32Array.of(0, 1), 1);
    expect(edgeFrom(integers, { row: 0, column: 0 }, "down", cancelled).row).toBe(2);
    const floats = planeOfRows(Array.from({ length: 70_000 }, () => [0.5]));
    expect(() => edgeFrom(floats, { row: 0, column: 0 }, "down", cancelled)).toThrow(CancelledError);
  });
});
