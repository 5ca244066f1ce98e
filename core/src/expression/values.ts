import type { Dtype } from "../array/dtype.ts";
import { asShape } from "../array/shape.ts";
import { DTYPE_NAMES, writtenDtype } from "../array/written-dtype.ts";
import { NumpyTypeError } from "../errors.ts";
import { floatScalar } from "../export/numpy-float.ts";
import { asAxis } from "../reduce/check.ts";
import { ExpressionError, placed } from "./expression-error.ts";
import { didYouMean } from "./nearest.ts";
import type { Expression } from "./syntax.ts";

/** `None`, or a whole number; NumPy's words for anything else. */
export function axisValue(value: Expression, booleanRefusal: string): number | null {
  return placed(value, () => {
    if (value.kind === "none") return null;
    if (value.kind === "bool") throw new NumpyTypeError(booleanRefusal);
    return asAxis(integer(value));
  });
}

export function booleanValue(name: string, value: Expression): boolean {
  if (value.kind !== "bool") throw new ExpressionError(`${name} is True or False.`, value);
  return value.value;
}

/** The lengths of a shape, or the axes of a transpose: one whole number, or a tuple or list of them. Negative ones pass. */
export function lengthsValue(value: Expression): number[] {
  return placed(value, () => {
    switch (value.kind) {
      case "tuple":
      case "list":
        return asShape(value.items.map((item) => placed(item, () => integer(item))));
      case "none":
        throw new NumpyTypeError("Use () not None as shape arguments");
      case "float":
        throw new NumpyTypeError(`${NO_SEQUENCE}, got '${floatScalar("float64", value.value)}'`);
      case "bool":
        throw new NumpyTypeError(`${NO_SEQUENCE}, got '${value.value ? "True" : "False"}'`);
      default:
        return asShape([integer(value)]);
    }
  });
}

/**
 * The lengths that `np.broadcast_to` is given. They are compared with 0 one by one before they are converted.
 *
 * @see numpy/lib/_stride_tricks_impl.py, _broadcast_to
 */
export function broadcastLengths(value: Expression): number[] {
  const items = value.kind === "tuple" || value.kind === "list" ? value.items : [value];
  return placed(value, () =>
    asShape(
      items.map((item) => {
        const type = item.kind === "float" ? undefined : TYPES[item.kind];
        if (type === undefined) return placed(item, () => integer(item));
        throw new ExpressionError(`'<' not supported between instances of '${type}' and 'int'`, item, TYPE_ERROR);
      }),
    ),
  );
}

const TYPE_ERROR = { name: "TypeError", tag: "Type", fields: {} } as const;

const NO_SEQUENCE = "expected a sequence of integers or a single integer";

/** @throws {NumpyTypeError} it is no whole number, in Python's words. */
export function integer(value: Expression): bigint {
  if (value.kind === "int") return value.value;
  if (value.kind === "bool") throw new NumpyTypeError("an integer is required");
  const type = TYPES[value.kind];
  if (type === undefined) throw new ExpressionError("Here a whole number is needed.", value);
  throw new NumpyTypeError(`'${type}' object cannot be interpreted as an integer`);
}

const TYPES: Readonly<Partial<Record<Expression["kind"], string>>> = {
  none: "NoneType",
  float: "float",
  str: "str",
  list: "list",
  tuple: "tuple",
};

/** `int8`, `np.int8`, `"int8"` or `"datetime64[D]"`. */
export function dtypeValue(value: Expression): Dtype {
  const name =
    value.kind === "str"
      ? value.value
      : value.kind === "name"
        ? value.name
        : value.kind === "attribute" && isNumpy(value.target)
          ? value.name
          : null;
  const dtype = name === null ? null : writtenDtype(name);
  if (dtype !== null) return dtype;
  const hint = name === null ? "" : didYouMean(name, DTYPE_NAMES);
  throw new ExpressionError(`The dtype is one of ${DTYPES}${hint}.`, value);
}

const DTYPES =
  'bool, int8 to int64, uint8 to uint64, float16 to float64, complex64, complex128, str, "datetime64[D]" and its kin';

/** The name that NumPy goes by. */
export function isNumpy(expression: Expression): boolean {
  return expression.kind === "name" && (expression.name === "np" || expression.name === "numpy");
}
