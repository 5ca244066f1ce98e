import { expect, test } from "vitest";
import * as core from "../src/index.ts";

test("the public names are these and no others", () => {
  expect(Object.keys(core).sort()).toEqual([
    "AccessError",
    "ArgscopeError",
    "AxisError",
    "CancelledError",
    "CapacityError",
    "FormatError",
    "IndexError",
    "InternalError",
    "NdArray",
    "NumpyTypeError",
    "OverflowError",
    "UnsupportedError",
    "ValueError",
    "argmax",
    "argmin",
    "empty",
    "free",
    "fromNested",
    "nanargmax",
    "nanargmin",
    "reshape",
    "slice",
    "transpose",
  ]);
});
