import { describe, expect, test } from "vitest";
import type { Dtype } from "../../src/array/dtype.ts";
import { argmin, CancelledError, empty, free, fromNested, type NdArray, nanargmin } from "../../src/index.ts";

/** Large enough for many looks at the control words; complex has no kernel, float64 has one. */
function large(dtype: Dtype): NdArray {
  const a = empty([4, 1_000_000], dtype);
  for (let k = 0; k < a.data.length; k++) a.data[k] = k % 1000;
  return a;
}

describe.each(["float64", "complex64"] as const)("control, on %s", (dtype) => {
  const a = large(dtype);
  const words = () => new Int32Array(new SharedArrayBuffer(8));

  test("progress ends at 1000", () => {
    const control = words();
    argmin(a, 1, { control });
    expect(control[0]).toBe(1000);
  });

  test("a cancelled reduction throws and leaves `out` as it was", () => {
    const control = words();
    control[1] = 1;
    const out = fromNested([-7, -7, -7, -7], "int32");
    expect(() => argmin(a, 1, { control, out })).toThrow(CancelledError);
    expect(() => nanargmin(a, 1, { control, out })).toThrow(CancelledError);
    expect(out.toNested()).toEqual([-7, -7, -7, -7]);
  });

  test("zero in the second word goes on", () => {
    expect(argmin(a, 1, { control: words() }).toNested()).toEqual([0, 0, 0, 0]);
    free(a);
  });
});
