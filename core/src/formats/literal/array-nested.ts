import type { Dtype } from "../../array/dtype.ts";
import type { NestedInput } from "../../array/from-nested.ts";
import { UnsupportedError } from "../../errors.ts";
import { floatScalar } from "../../export/numpy-float.ts";
import type { Literal } from "./literal.ts";

/**
 * A literal as nested lists of what `fromNested` makes an array of `dtype` from.
 *
 * @throws {UnsupportedError} None or a dict is among the elements.
 */
export function nestedOf(literal: Literal, dtype: Dtype): NestedInput {
  switch (literal.kind) {
    case "list":
    case "tuple":
      return literal.items.map((item) => nestedOf(item, dtype));
    case "float":
      return floatOf(literal.value, dtype);
    case "bool":
    case "int":
    case "str":
      return literal.value;
    default:
      throw new UnsupportedError(`An array of ${dtype} has no place for ${literal.kind === "none" ? "None" : "a dict"}.`);
  }
}

/** JavaScript does not tell 3.0 from 3: what a float would be and an integer not is decided here. */
function floatOf(value: number, dtype: Dtype): number | string {
  if (/^(?:str|bytes)/.test(dtype)) return floatScalar("float64", value);
  // No float is a count, whole or not; NaN is refused as all of them are.
  return /^(?:datetime|timedelta)/.test(dtype) ? Number.NaN : value;
}
