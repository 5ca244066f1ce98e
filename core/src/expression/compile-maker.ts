import type { Dtype, PlainDtype } from "../array/dtype.ts";
import { asShape } from "../array/shape.ts";
import { NumpyTypeError, ValueError } from "../errors.ts";
import { floatScalar } from "../export/numpy-float.ts";
import type { Literal } from "../formats/literal/literal.ts";
import { type Bound, bind } from "./bind.ts";
import { ExpressionError, placed, type Span } from "./expression-error.ts";
import { DEFAULT_RNG, INTEGERS } from "./functions.ts";
import { literalValue } from "./literal-value.ts";
import type { LiteralSource, Maker, Num, Shape } from "./program.ts";
import type { Argument, Expression } from "./syntax.ts";
import { booleanValue, dtypeValue, integer } from "./values.ts";

/** Reads a shape, which may be that of another view. */
export type ShapeOf = (value: Expression) => Shape;

/** Options of NumPy's that change nothing that is seen here. */
const LEFT_OUT = ["order", "like", "device", "copy", "subok", "ndmin"];

/** @throws {ExpressionError} an option is given that Argscope leaves out. `order="C"` is what it does anyway. */
export function refuseLeftOut(label: string, bound: Bound): void {
  for (const option of LEFT_OUT) {
    const given = bound.get(option);
    if (given === undefined || (option === "order" && given.kind === "str" && given.value === "C")) continue;
    throw new ExpressionError(`${label} takes no ${option}= here.`, given);
  }
}

/** What `np.array`, `np.arange`, `np.zeros`, `np.ones`, `np.full` or `np.eye` makes; `null` for another function. */
export function makerOf(
  name: string,
  bound: Bound,
  call: Span,
  argumentsGiven: readonly Argument[],
  shapeOf: ShapeOf,
): LiteralSource | Maker | null {
  const shape = () => shapeOf(bound.get("shape") as Expression);
  const wanted = dtypeOf(bound);
  if (name === "array") {
    return { kind: "literal", literal: arrayLiteral(bound.get("object") as Expression), dtype: wanted, isArray: true };
  }
  const dtype = wanted === null ? null : plainDtype(name, wanted, bound);
  switch (name) {
    case "zeros":
      return { kind: "full", shape: shape(), value: { kind: "int", at: call.start, value: 0n }, dtype: dtype ?? "float64" };
    case "ones":
      return { kind: "full", shape: shape(), value: { kind: "int", at: call.start, value: 1n }, dtype: dtype ?? "float64" };
    case "full":
      return { kind: "full", shape: shape(), value: fillValue(bound.get("fill_value") as Expression), dtype };
    case "eye":
      return eye(bound, dtype ?? "float64");
    case "arange":
      return arange(bound, call, argumentsGiven, dtype);
    default:
      return null;
  }
}

function dtypeOf(bound: Bound): Dtype | null {
  const given = bound.get("dtype");
  return given === undefined || given.kind === "none" ? null : dtypeValue(given);
}

/** What the makers make: numbers, and of a range only such as can be counted up. */
function plainDtype(name: string, dtype: Dtype, bound: Bound): PlainDtype {
  const isNumber = !/^(?:str|bytes|datetime|timedelta)/.test(dtype);
  if (isNumber && (name !== "arange" || !/^(?:bool|float16|complex)/.test(dtype))) return dtype as PlainDtype;
  throw new ExpressionError(
    `np.${name} makes no ${dtype.replace(/^(str|bytes)0$/, "$1")} here.`,
    bound.get("dtype") as Expression,
  );
}

function arrayLiteral(value: Expression): Literal {
  const literal = literalValue(value);
  if (literal === null) throw new ExpressionError("np.array takes a list here, such as [[8, 92], [94, 9]].", value);
  return literal;
}

function fillValue(value: Expression): Literal {
  const literal = literalValue(value);
  if (literal === null || literal.kind === "list" || literal.kind === "tuple") {
    throw new ExpressionError("np.full is filled with one number, one text, True or False.", value);
  }
  return literal;
}

function eye(bound: Bound, dtype: PlainDtype): Maker {
  const rows = bound.get("N") as Expression;
  const columns = bound.get("M");
  const diagonal = bound.get("k");
  const length = (value: Expression) => placed(value, () => asShape([integer(value)])[0] as number);
  return {
    kind: "eye",
    rows: length(rows),
    columns: length(columns === undefined || columns.kind === "none" ? rows : columns),
    diagonal: diagonal === undefined ? 0n : placed(diagonal, () => integer(diagonal)),
    dtype,
  };
}

// One argument by place is the stop, and so is the start where stop is None (multiarraymodule.c, array_arange).
function arange(bound: Bound, call: Span, given: readonly Argument[], dtype: PlainDtype | null): Maker {
  const start = bound.get("start");
  const stop = bound.get("stop");
  const isOnlyStop = stop === undefined ? given[0]?.name === null : stop.kind === "none";
  if (stop === undefined && !isOnlyStop) throw new ExpressionError("np.arange needs its argument stop.", call);
  const step = bound.get("step");
  return {
    kind: "arange",
    from: isOnlyStop || start === undefined ? 0n : num(start),
    to: num((isOnlyStop ? start : stop) as Expression),
    by: step === undefined || step.kind === "none" ? 1n : num(step),
    dtype,
  };
}

function num(value: Expression): Num {
  const literal = value.kind === "list" || value.kind === "tuple" ? null : literalValue(value);
  if (literal?.kind === "int" || literal?.kind === "float") return literal.value;
  if (literal?.kind === "bool") return BigInt(literal.value);
  throw new ExpressionError("np.arange takes numbers.", value);
}

/** `np.random.default_rng(seed).integers(…)`. */
export function integersMaker(
  generator: Span & { readonly given: readonly Argument[] },
  call: Span & { readonly given: readonly Argument[] },
  shapeOf: ShapeOf,
): Maker {
  const seed = bind("np.random.default_rng", generator, generator.given, DEFAULT_RNG).get("seed");
  if (seed === undefined || seed.kind === "none") {
    throw new ExpressionError(
      "Give default_rng a seed, such as default_rng(0): the numbers are then the same every time.",
      generator,
    );
  }
  const bound = bind("integers", call, call.given, INTEGERS);
  const dtype = bound.get("dtype");
  if (dtype && dtypeValue(dtype) !== "int64") throw new ExpressionError("integers makes int64 here.", dtype);
  const whole = (value: Expression) => (value.kind === "bool" ? BigInt(value.value) : placed(value, () => integer(value)));
  const low = whole(bound.get("low") as Expression);
  const high = bound.get("high");
  const isOnlyHigh = high === undefined || high.kind === "none";
  const endpoint = bound.get("endpoint");
  const size = bound.get("size");
  return {
    kind: "integers",
    seed: seedValue(seed),
    low: isOnlyHigh ? 0n : low,
    high: isOnlyHigh ? low : whole(high),
    closed: endpoint !== undefined && booleanValue("endpoint", endpoint),
    size: size === undefined || size.kind === "none" ? null : shapeOf(size),
  };
}

function seedValue(value: Expression): bigint {
  if (value.kind === "list" || value.kind === "tuple") throw new ExpressionError("The seed is one whole number here.", value);
  return placed(value, () => {
    if (value.kind === "bool") return BigInt(value.value);
    if (value.kind === "float") {
      const written = floatScalar("float64", value.value);
      throw new NumpyTypeError(`SeedSequence expects int or sequence of ints for entropy not ${written}`);
    }
    const seed = integer(value);
    if (seed < 0n) throw new ValueError("expected non-negative integer");
    return seed;
  });
}
