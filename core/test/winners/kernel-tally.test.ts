import { argmax, argmin, empty, free } from "@argscope/core";
import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { Watch } from "@argscope/core/reduce/watch.ts";
import { kernelTallyOf } from "@argscope/core/winners/kernel-tally.ts";
import { laneBlocks, lanePlan } from "@argscope/core/winners/lane-places.ts";
import type { Tally } from "@argscope/core/winners/lane-tally.ts";
import { ReferenceTally } from "@argscope/core/winners/reference-tally.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filled, layouts, tiedDtypes, turnedView } from "../array/turned-view.ts";

/** Of every lane its equals and whether it holds a NaN, one after the other. */
function counted(tally: Tally, a: NdArray, axis: number | null, indices: NdArray): Float64Array {
  const plan = lanePlan(a, axis);
  const watch = new Watch(undefined, a.size);
  const lanes = new Float64Array(2 * plan.lanes);
  for (const block of laneBlocks(plan, indices)) {
    tally.look(plan, block, watch);
    for (let k = 0; k < block.count; k++) {
      lanes[2 * (block.first + k)] = tally.equals[k] as number;
      lanes[2 * (block.first + k) + 1] = tally.nans[k] === 0 ? 0 : 1;
    }
  }
  return lanes;
}

function kernelTally(a: NdArray): Tally {
  const tally = kernelTallyOf(a);
  if (tally === null) throw new Error(`No kernel counts ${a.size} of ${a.dtype}.`);
  return tally;
}

function expectAlike(a: NdArray): void {
  for (const axis of [null, ...a.shape.keys()]) {
    for (const operation of [argmin, argmax]) {
      const indices = operation(a, axis);
      const expected = counted(new ReferenceTally(a), a, axis, indices);
      const ours = counted(kernelTally(a), a, axis, indices);
      expect(ours.findIndex((value, k) => value !== expected[k])).toBe(-1);
      free(indices);
    }
  }
}

describe("ties and NaNs that the kernels count", () => {
  for (const dtype of tiedDtypes) {
    test(`are those that the reference counts: ${dtype}, transposed, reversed, stepped and repeated`, () => {
      fc.assert(
        fc.property(layouts, (layout) => {
          const { block, view } = turnedView(layout, dtype, 60_000);
          try {
            if (view.size >= 16_384) expectAlike(view);
          } finally {
            free(block);
          }
        }),
        { numRuns: 8 },
      );
    });

    test(`are those that the reference counts: ${dtype}, flat, tall, wide and square`, () => {
      for (const shape of [[70_001], [35_003, 2], [3, 40_009], [300, 301]]) {
        const a = filled(shape, dtype, 5);
        expectAlike(a);
        free(a);
      }
    });
  }

  test("are as many as there are, where a byte or 16 bits have no room for the count", () => {
    for (const dtype of ["uint8", "int16", "uint16", "float16"] as const) {
      const a = empty([70_000, 3], dtype);
      a.data.fill(1 as never);
      for (const axis of [0, null]) {
        const indices = argmin(a, axis);
        const equals = axis === null ? [210_000, 0] : [70_000, 0, 70_000, 0, 70_000, 0];
        expect([...counted(kernelTally(a), a, axis, indices)]).toEqual(equals);
      }
      free(a);
    }
  });

  test("are not counted beyond the array, whose neighbours hold the same", () => {
    const both = empty([2, 20_001], "float32");
    (both.data as Float32Array).fill(3);
    const a = empty([20_001], "float32");
    (a.data as Float32Array).fill(3);
    expect([...counted(kernelTally(a), a, null, argmin(a))]).toEqual([20_001, 0]);
    free(a);
    free(both);
  });
});
