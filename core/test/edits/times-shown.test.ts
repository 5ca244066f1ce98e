import { NdArray } from "@argscope/core/array/ndarray.ts";
import { timesShown } from "@argscope/core/edits/times-shown.ts";
import { compile, viewOf } from "@argscope/core/expression/index.ts";
import { describe, expect, test } from "vitest";

const data = Float64Array.from({ length: 24 }, (_, k) => k);
const a = new NdArray("float64", [4, 6], [6, 1], 0, data);

/** Counts by looking at every element. */
function counted(view: NdArray): number[] {
  const times = new Array<number>(data.length).fill(0);
  const walk = (axis: number, place: number): void => {
    const length = view.shape[axis];
    if (length === undefined) times[place] = (times[place] ?? 0) + 1;
    else for (let k = 0; k < length; k++) walk(axis + 1, place + k * (view.strides[axis] ?? 0));
  };
  walk(0, view.offset);
  return times;
}

describe("how often a view shows each place of its array", () => {
  test.each([
    "a",
    "a.T",
    "a[::-1]",
    "a[1:3, ::-2]",
    "a[2, 1:]",
    "a[3, 4]",
    "a[1:1]",
    "a[::3, ::4].T",
    "a.reshape(2, 2, 6)[::-1, 1]",
    "a.reshape(2, 12)[:, 3:9].reshape(2, 3, 2)",
    "a[:, ::5].T[::-1]",
    "np.broadcast_to(a, (3, 4, 6))[:, 1:, ::-1]",
    "np.broadcast_to(a[:, :1], (4, 5))",
    "a[:, None]",
  ])("%s", (text) => {
    const view = viewOf(compile(text), a);
    expect(view.data).toBe(a.data);
    const places = Array.from(data, (_, place) => place);
    expect(places.map(timesShown(view))).toEqual(counted(view));
    expect(timesShown(view)(24)).toBe(0);
  });
});
