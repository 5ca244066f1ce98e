import { describe, expect, it } from "vitest";
import { free } from "../../src/array/empty.ts";
import { fromNested } from "../../src/array/from-nested.ts";
import { likenessOf } from "../../src/array/likeness.ts";
import type { NdArray } from "../../src/array/ndarray.ts";
import { slice } from "../../src/array/slice.ts";
import { transpose } from "../../src/array/transpose.ts";
import type { Rail } from "../../src/contract/winners.ts";
import { argmax, argmin } from "../../src/reduce/argreduce.ts";
import { laneFacts } from "../../src/winners/lane-facts.ts";
import { railsOf } from "../../src/winners/rail.ts";
import { ShownOrder, type SightOrder } from "../../src/winners/shown-order.ts";
import { walkFrom } from "../../src/winners/walk.ts";
import { makeArray } from "../array/corpus.ts";
import { filled, tiedDtypes } from "../array/turned-view.ts";
import { Random } from "../live/random.ts";
import { randomArray } from "../live/random-array.ts";

/** The whole of an array, its last two dimensions down and across. */
function whole({ shape }: NdArray, change: Partial<SightOrder> = {}): SightOrder {
  return {
    lengths: shape,
    parts: shape.map((count, axis) => ({ start: 0, count, axis })),
    rowAxis: shape.length === 0 ? null : Math.max(0, shape.length - 2),
    columnAxis: shape.length < 2 ? null : shape.length - 1,
    fixed: shape.map(() => 0),
    rows: null,
    columns: null,
    ...change,
  };
}

interface Mark {
  readonly index: readonly number[];
  readonly row: number;
  readonly column: number;
  readonly slice: string;
  readonly isWinner: boolean;
}

/** Every winner and tie that the grid can show, found cell by cell in the grid's order. */
function marksOf(a: NdArray, axis: number | null, indices: NdArray, sight: SightOrder): Mark[] {
  const { same } = likenessOf(a);
  const marks: Mark[] = [];
  const others = sight.lengths.map((_, d) => d).filter((d) => d !== sight.rowAxis && d !== sight.columnAxis);
  const rows = sight.rows ?? [...Array(sight.rowAxis === null ? 1 : sight.lengths[sight.rowAxis]).keys()];
  const columns = sight.columns ?? [...Array(sight.columnAxis === null ? 1 : sight.lengths[sight.columnAxis]).keys()];
  const flat = indices.data as Int32Array;
  const visit = (index: number[], k: number): void => {
    const dimension = others[k];
    if (dimension !== undefined) {
      for (let at = 0; at < (sight.lengths[dimension] as number); at++) visit(index.with(dimension, at), k + 1);
      return;
    }
    for (let row = 0; row < rows.length; row++) {
      for (let column = 0; column < columns.length; column++) {
        const cell = [...index];
        if (sight.rowAxis !== null) cell[sight.rowAxis] = rows[row] as number;
        if (sight.columnAxis !== null) cell[sight.columnAxis] = columns[column] as number;
        const own: number[] = [];
        const isInside = sight.parts.every(({ start, count, axis: view }, d) => {
          const at = (cell[d] as number) - start;
          if (view !== null) own[view] = at;
          return at >= 0 && at < count;
        });
        if (!isInside) continue;
        const lane =
          axis === null
            ? 0
            : own.toSpliced(axis, 1).reduce((sum, at, d) => sum * (a.shape.toSpliced(axis, 1)[d] as number) + at, 0);
        const along = axis === null ? own.reduce((sum, at, d) => sum * (a.shape[d] as number) + at, 0) : (own[axis] as number);
        const index0 = flat[lane] as number;
        const place = (position: readonly number[]): number =>
          position.reduce((sum, at, d) => sum + at * (a.strides[d] as number), a.offset);
        const winner =
          axis === null
            ? place(a.shape.map((length, d) => Math.floor(index0 / a.shape.slice(d + 1).reduce((p, n) => p * n, 1)) % length))
            : place(own.with(axis, index0));
        const isWinner = along === index0;
        if (!isWinner && !same(place(own), winner)) continue;
        marks.push({ index: cell, row, column, slice: others.map((d) => cell[d]).join(), isWinner });
      }
    }
  };
  visit(
    sight.lengths.map(() => 0),
    0,
  );
  return marks;
}

function counted(rail: Rail, marks: readonly Mark[], place: "row" | "column"): void {
  const buckets = rail.winners.length;
  const winners = new Uint32Array(buckets);
  const ties = new Uint32Array(buckets);
  for (const mark of marks) {
    const counts = mark.isWinner ? winners : ties;
    const bucket = Math.floor((mark[place] * buckets) / rail.length);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  expect(rail.winners).toEqual(winners);
  expect(rail.ties).toEqual(ties);
}

/** A random permutation of some of `count` positions. */
function someOf(random: Random, count: number): Int32Array | null {
  if (random.oneIn(2)) return null;
  const all = random.shuffled([...Array(count).keys()]);
  return Int32Array.from(all.slice(0, random.integer(1, count)));
}

function randomSight(random: Random, a: NdArray): SightOrder {
  const axes = random.shuffled(a.shape.map((_, d) => d));
  const [rowAxis = null, columnAxis = null] = axes;
  return whole(a, {
    rowAxis,
    columnAxis,
    fixed: a.shape.map((length, d) => (d === rowAxis || d === columnAxis ? 0 : random.integer(0, length - 1))),
    rows: rowAxis === null ? null : someOf(random, a.shape[rowAxis] as number),
    columns: columnAxis === null ? null : someOf(random, a.shape[columnAxis] as number),
  });
}

/** Rails, and a step of the walk there and back; false where there is nothing to walk. */
function expectShown(a: NdArray, axis: number | null, indices: NdArray, random: Random): boolean {
  const sight = randomSight(random, a);
  const shown = new ShownOrder(sight);
  const marks = marksOf(a, axis, indices, sight);
  const here = marks.filter(({ slice: own }) => own === shown.others.map(({ fixed }) => fixed).join());
  const { ties } = laneFacts(a, axis, indices);
  const { down, across } = railsOf({ array: a, axis, indices, ties: ties.data as Uint32Array }, shown, random.integer(1, 40));
  counted(down, here, "row");
  counted(across, here, "column");

  const stops = axis === null ? marks : marks.filter(({ isWinner }) => isWinner);
  const at = random.integer(0, Math.max(0, stops.length - 1));
  const from = stops[at];
  if (from === undefined) return false;
  const next = walkFrom({ array: a, axis, indices, mayTie: true }, shown, from.index, 1);
  const wanted = stops[(at + 1) % stops.length] as Mark;
  expect(next).toEqual({
    index: wanted.index,
    kind: wanted.isWinner ? "first" : "tie",
    number: ((at + 1) % stops.length) + 1,
    count: stops.length,
    wrapped: at + 1 === stops.length,
  });
  const back = walkFrom({ array: a, axis, indices, mayTie: true }, shown, wanted.index, -1);
  expect(back).toMatchObject({ index: from.index, number: at + 1 });
  return true;
}

describe("what the grid shows of the winners", () => {
  it("is on the rails and on the walk what it is cell by cell, in any slice, order, dtype and layout", () => {
    const random = new Random(5);
    let walked = 0;
    for (let round = 0; round < 400; round++) {
      const a = makeArray(randomArray(random));
      if (a.size === 0 || a.size > 3000) continue;
      const axis = a.ndim === 0 || random.oneIn(3) ? null : random.integer(0, a.ndim - 1);
      const indices = random.oneIn(2) ? argmin(a, axis) : argmax(a, axis, { keepdims: true });
      if (expectShown(a, axis, indices, random)) walked++;
    }
    expect(walked).toBeGreaterThan(200);
  });

  it("is that in arrays large enough for the kernels, too", () => {
    const random = new Random(6);
    for (const dtype of tiedDtypes) {
      const block = filled([3, 61, 97], dtype, 7);
      for (const a of [block, transpose(block), slice(block, "1:, ::-1")]) {
        for (const axis of [null, 0, 1, 2]) expectShown(a, axis, argmin(a, axis), random);
      }
      // So few values that every bucket has ties.
      block.data.set(block.data.map((value) => (typeof value === "bigint" ? value & 3n : value & 3) as never) as never);
      expectShown(block, null, argmax(block), random);
      free(block);
    }
  });

  it("is that of an operand where it lies in the array that is shown", () => {
    const whole4 = fromNested([
      [9, 8, 7, 6],
      [5, 1, 3, 2],
      [4, 0, 3, 0],
    ]);
    const a = slice(whole4, "1:, 2:");
    const sight = whole(whole4, {
      parts: [
        { start: 1, count: 2, axis: 0 },
        { start: 2, count: 2, axis: 1 },
      ],
    });
    const indices = argmin(a, 0);
    const { ties } = laneFacts(a, 0, indices);
    const { down, across } = railsOf(
      { array: a, axis: 0, indices, ties: ties.data as Uint32Array },
      new ShownOrder(sight),
      100,
    );
    expect([...down.winners]).toEqual([0, 1, 1]);
    expect([...down.ties]).toEqual([0, 0, 1]);
    expect([...down.columns]).toEqual([-1, 2, 3]);
    expect([...across.winners]).toEqual([0, 0, 1, 1]);
    const stop = walkFrom({ array: a, axis: 0, indices, mayTie: true }, new ShownOrder(sight), [0, 0], 1);
    expect(stop).toEqual({ index: [1, 2], kind: "first", number: 1, count: 2, wrapped: false });
  });

  it("is of one row where an integer took the rows away", () => {
    const base = fromNested([
      [9, 8, 7],
      [5, 1, 3],
    ]);
    const a = slice(base, "1");
    const sight = whole(base, {
      parts: [
        { start: 1, count: 1, axis: null },
        { start: 0, count: 3, axis: 0 },
      ],
    });
    const { down, across } = railsOf({ array: a, axis: 0, indices: argmin(a, 0), ties: null }, new ShownOrder(sight), 9);
    expect([[...down.winners], [...across.winners]]).toEqual([
      [0, 1],
      [0, 1, 0],
    ]);
  });

  it("looks for no tie of the whole array where there is known to be none", () => {
    const a = fromNested([
      [3, 1],
      [2, 1],
    ]);
    const source = { array: a, axis: null, indices: argmin(a), mayTie: false };
    expect(walkFrom(source, new ShownOrder(whole(a)), [0, 0], 1)).toMatchObject({ index: [0, 1], count: 1 });
  });

  it("names a bucket's first winner, and a tie only where there is none", () => {
    const a = fromNested([[3], [1], [1], [1], [2]]);
    const { ties } = laneFacts(a, null, argmin(a));
    const { down } = railsOf(
      { array: a, axis: null, indices: argmin(a), ties: ties.data as Uint32Array },
      new ShownOrder(whole(a)),
      2,
    );
    expect({ winners: [...down.winners], ties: [...down.ties], rows: [...down.rows] }).toEqual({
      winners: [1, 0],
      ties: [1, 1],
      rows: [1, 3],
    });
  });

  it("walks on at the first behind the last, and counts from the grid's order when it is sorted", () => {
    const a = transpose(
      fromNested([
        [1, 5, 0],
        [7, 2, 9],
      ]),
    );
    const indices = argmin(a, 1);
    const shown = new ShownOrder(whole(a, { rows: Int32Array.of(2, 0) }));
    const source = { array: a, axis: 1, indices, mayTie: true };
    expect(walkFrom(source, shown, [2, 0], 1)).toMatchObject({ index: [0, 0], number: 2, count: 2, wrapped: false });
    expect(walkFrom(source, shown, [0, 0], 1)).toMatchObject({ index: [2, 0], number: 1, wrapped: true });
    // Row 1 is filtered out: from there the walk begins.
    expect(walkFrom(source, shown, [1, 1], 1)).toMatchObject({ index: [2, 0], number: 1, wrapped: false });
  });
});
