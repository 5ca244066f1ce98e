import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  argmax,
  argmin,
  fromNested,
  NdArray,
  nanargmin,
  ravelMultiIndex,
  reshape,
  slice,
  takeAlongAxis,
  transpose,
  unravelIndex,
} from "../../src/index.ts";

// Few values, so that ties, NaN and the two zeros meet; now and then any double.
const float = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
);
const shape = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

/** An array of a random shape, looked at through a random order of axes and with random axes reversed. */
const array = shape.chain((lengths) =>
  fc
    .record({
      values: fc.array(float, {
        minLength: lengths.reduce((a, b) => a * b, 1),
        maxLength: lengths.reduce((a, b) => a * b, 1),
      }),
      order: fc.shuffledSubarray(
        lengths.map((_, k) => k),
        { minLength: lengths.length },
      ),
      reversed: fc.array(fc.boolean(), { minLength: lengths.length, maxLength: lengths.length }),
    })
    .map(({ values, order, reversed }) => {
      const whole = reshape(fromNested(values, "float64"), lengths);
      return slice(transpose(whole, order), reversed.map((back) => (back ? "::-1" : ":")).join(","));
    }),
);

function naive(values: readonly number[]): number {
  const nan = values.findIndex(Number.isNaN);
  if (nan >= 0) return nan;
  return values.reduce((best, value, k) => (value < (values[best] as number) ? k : best), 0);
}

function flat(a: NdArray): number[] {
  return ([a.toNested()] as unknown[]).flat(64) as number[];
}

const axisOf = (a: NdArray, k: number) => k % a.ndim;

describe("argmin", () => {
  test("over the whole array is the first NaN, else the first of the smallest in C order", () => {
    fc.assert(fc.property(array, (a) => void expect(argmin(a).item()).toBe(naive(flat(a)))));
  });

  test("along an axis is argmin of each lane on its own", () => {
    fc.assert(
      fc.property(array, fc.nat(), (a, n) => {
        const axis = axisOf(a, n);
        const rest = a.shape.map((_, k) => k).filter((k) => k !== axis);
        const lanes = transpose(a, [...rest, axis]);
        const length = a.shape[axis] as number;
        const values = flat(lanes);
        const each = Array.from({ length: values.length / length }, (_, lane) =>
          naive(values.slice(lane * length, (lane + 1) * length)),
        );
        expect(flat(argmin(a, axis))).toEqual(each);
      }),
    );
  });

  test("along an axis is the same after the axis was moved to the end", () => {
    fc.assert(
      fc.property(array, fc.nat(), (a, n) => {
        const axis = axisOf(a, n);
        const rest = a.shape.map((_, k) => k).filter((k) => k !== axis);
        expect(argmin(transpose(a, [...rest, axis]), -1).toNested()).toEqual(argmin(a, axis).toNested());
      }),
    );
  });

  test("with keepdims is the same but for a dimension of length 1", () => {
    fc.assert(
      fc.property(array, fc.nat(), (a, n) => {
        const axis = axisOf(a, n);
        const kept = argmin(a, axis, { keepdims: true });
        expect(kept.shape).toEqual(a.shape.map((length, k) => (k === axis ? 1 : length)));
        expect(flat(kept)).toEqual(flat(argmin(a, axis - a.ndim)));
      }),
    );
  });

  test("is argmax of the negated values", () => {
    fc.assert(
      fc.property(array, (a) => {
        const negated = new NdArray(
          a.dtype,
          a.shape,
          a.strides,
          a.offset,
          (a.data as Float64Array).map((x) => -x),
        );
        expect(argmax(negated).item()).toBe(argmin(a).item());
      }),
    );
  });

  test("and nanargmin agree where there is no NaN", () => {
    fc.assert(
      fc.property(array, fc.nat(), (a, n) => {
        fc.pre(!flat(a).some(Number.isNaN));
        expect(nanargmin(a, axisOf(a, n)).toNested()).toEqual(argmin(a, axisOf(a, n)).toNested());
      }),
    );
  });

  test("points at what takeAlongAxis then picks: no element of the lane is smaller", () => {
    fc.assert(
      fc.property(array, fc.nat(), (a, n) => {
        const axis = axisOf(a, n);
        const winners = takeAlongAxis(a, argmin(a, axis, { keepdims: true }), axis);
        const lanes = transpose(a, [axis, ...a.shape.map((_, k) => k).filter((k) => k !== axis)]);
        for (let k = 0; k < (a.shape[axis] as number); k++) {
          const others = flat(slice(lanes, String(k)));
          for (const [lane, winner] of flat(winners).entries()) expect((others[lane] as number) < winner).toBe(false);
        }
      }),
    );
  });
});

describe("unravelIndex and ravelMultiIndex", () => {
  test("undo each other", () => {
    const withIndex = shape.chain((lengths) =>
      fc.tuple(fc.constant(lengths), fc.nat({ max: lengths.reduce((a, b) => a * b, 1) - 1 })),
    );
    fc.assert(
      fc.property(withIndex, ([lengths, index]) => {
        expect(ravelMultiIndex(unravelIndex(index, lengths), lengths)).toBe(index);
      }),
    );
  });

  test("say where the winner of the whole array is", () => {
    fc.assert(
      fc.property(array, (a) => {
        const winner = argmin(a).item() as number;
        expect(a.item(...unravelIndex(winner, a.shape))).toBe(flat(a)[winner]);
      }),
    );
  });
});
