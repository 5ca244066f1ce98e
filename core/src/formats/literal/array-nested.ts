import type { Dtype } from "../../array/dtype.ts";
import type { NestedInput } from "../../array/from-nested.ts";
import { UnsupportedError } from "../../errors.ts";
import { floatScalar } from "../../export/numpy-float.ts";
import type { Literal } from "./literal.ts";

/** A literal as nested lists of what an array of `dtype` is made from: text for text, numbers for floats, bigints for ints. */
export function nestedOf(literal: Literal, dtype: Dtype): NestedInput {
  switch (literal.kind) {
    case "list":
    case "tuple":
      return literal.items.map((item) => nestedOf(item, dtype));
    case "bool":
      if (dtype.startsWith("str")) return literal.value ? "True" : "False";
      return dtype === "bool" ? literal.value : Number(literal.value);
    case "int":
      if (dtype.startsWith("str")) return String(literal.value);
      return dtype.includes("int") ? literal.value : Number(literal.value);
    case "float":
      return dtype.startsWith("str") ? floatScalar("float64", literal.value) : literal.value;
    case "str":
      return literal.value;
    default:
      throw new UnsupportedError(`An array of ${dtype} has no place for ${literal.kind === "none" ? "None" : "a dict"}.`);
  }
}
