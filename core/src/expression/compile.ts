import { bind } from "./bind.ts";
import { sliceStep } from "./compile-index.ts";
import { integersMaker, makerOf, refuseLeftOut } from "./compile-maker.ts";
import { reductionFinal } from "./compile-reduction.ts";
import { ExpressionError } from "./expression-error.ts";
import { FUNCTIONS, METHODS, reductionOf } from "./functions.ts";
import { literalValue } from "./literal-value.ts";
import { didYouMean } from "./nearest.ts";
import { parseExpression } from "./parse.ts";
import type { Final, Program, ReductionFinal, Shape, UnravelFinal, ViewProgram } from "./program.ts";
import type { Argument, Attribute, Call, Expression } from "./syntax.ts";
import { isNumpy, lengthsValue } from "./values.ts";

type Called = Expression & Call;
type Named = Expression & Attribute;

/**
 * What an expression of the formula bar means. Only names, calls and literals that stand in a list of ours have a meaning:
 * nothing is evaluated as code.
 *
 * @throws {ExpressionError} with the piece of the text and the reason; what NumPy refuses whatever the array, in its words.
 * @example compile("np.argmin(a[::-1].T, axis=-1)").final?.kind // "indices"
 */
export function compile(text: string): Program {
  const expression = parseExpression(text);
  const isLiteral = expression.kind !== "list" && literalValue(expression) !== null;
  if (isLiteral)
    throw new ExpressionError("This is a value and no array: an array is written as a list, such as [1, 2].", expression);
  return program(expression);
}

function program(expression: Expression): Program {
  switch (expression.kind) {
    case "name":
      if (expression.name === "a") return { source: { kind: "a", ...spanOf(expression) }, steps: [], final: null };
      throw unknownName(expression, expression.name);
    case "list":
      return { source: literalSource(expression), steps: [], final: null };
    case "attribute":
      return attribute(expression);
    case "subscript":
      return withStep(view(expression.target), sliceStep(expression.entries, expression.index));
    case "call":
      return call(expression);
    default:
      throw new ExpressionError("Here an array is needed: a, a view of it, or a list.", expression);
  }
}

/** An array or a view: no reduction stands in it. */
function view(expression: Expression): ViewProgram {
  if (expression.kind !== "name" && expression.kind !== "attribute" && literalValue(expression) !== null) {
    throw new ExpressionError("A list is no array yet: write np.array(…) around it.", expression);
  }
  const { source, steps, final } = program(expression);
  if (final !== null) throw new ExpressionError(ONE_REDUCTION, expression);
  return { source, steps };
}

const ONE_REDUCTION = "An expression has one reduction, and it comes last: take slices and views before it.";

/** As `view`, where NumPy makes an array of what is none yet. */
function operand(expression: Expression): ViewProgram {
  const literal = literalValue(expression);
  return literal === null ? view(expression) : { source: literalSource(expression), steps: [] };
}

function literalSource(expression: Expression): Program["source"] {
  const literal = literalValue(expression);
  if (literal === null) throw new ExpressionError("Here a list is needed.", expression);
  return { kind: "literal", literal, dtype: null, ...spanOf(expression) };
}

function withStep({ source, steps }: ViewProgram, step: Program["steps"][number]): Program {
  return { source, steps: [...steps, step], final: null };
}

function attribute(expression: Named): Program {
  const { target, name, word } = expression;
  if (isNumpy(target)) {
    if (FUNCTIONS.has(name)) throw new ExpressionError(`After np.${name} come its arguments in round brackets.`, word);
    throw new ExpressionError(`np.${name} is not known here${didYouMean(name, FUNCTIONS.keys())}.`, word);
  }
  const array = view(target);
  if (name === "T") return withStep(array, { kind: "transpose", axes: null, ...spanOf(word) });
  if (METHODS.has(name)) throw new ExpressionError(`After ${name} come its arguments in round brackets.`, word);
  if (name === "shape") {
    throw new ExpressionError("A shape stands as an argument only, as in np.unravel_index(np.argmin(a), a.shape).", word);
  }
  throw new ExpressionError(`An array has no ${name} here${didYouMean(name, ["T", ...METHODS.keys()])}.`, word);
}

function call(expression: Called): Program {
  const { callee } = expression;
  if (callee.kind === "name" && callee.name === "array") return numpyCall("array", "array", expression);
  if (callee.kind === "name" && FUNCTIONS.has(callee.name)) {
    throw new ExpressionError(`Write np.${callee.name}.`, callee);
  }
  if (callee.kind === "name") throw unknownName(callee, callee.name);
  if (callee.kind !== "attribute") throw new ExpressionError("Only a function can be called.", callee);
  const { target, name, word } = callee;
  if (isNumpy(target)) {
    if (FUNCTIONS.has(name)) return numpyCall(name, `np.${name}`, expression);
    throw new ExpressionError(`np.${name} is not known here${didYouMean(name, FUNCTIONS.keys())}.`, word);
  }
  if (isRandom(target)) {
    if (name === "default_rng") throw new ExpressionError("Write .integers(…) behind the generator.", expression);
    throw new ExpressionError(`np.random.${name} is not known here: write np.random.default_rng(0).integers(…).`, word);
  }
  if (target.kind === "call" && target.callee.kind === "attribute" && isRandom(target.callee.target)) {
    return random(expression, target, target.callee, callee);
  }
  return methodCall(callee, expression);
}

function isRandom(expression: Expression): boolean {
  return expression.kind === "attribute" && expression.name === "random" && isNumpy(expression.target);
}

function random(expression: Called, generator: Called, made: Named, method: Named): Program {
  if (made.name !== "default_rng") {
    throw new ExpressionError(`np.random.${made.name} is not known here${didYouMean(made.name, ["default_rng"])}.`, made.word);
  }
  if (method.name !== "integers") {
    throw new ExpressionError(`The generator makes integers here${didYouMean(method.name, ["integers"])}.`, method.word);
  }
  const maker = integersMaker(
    { given: generator.arguments, ...spanOf(generator) },
    { given: expression.arguments, ...spanOf(expression) },
    shapeOf,
  );
  return { source: { ...maker, ...spanOf(expression) }, steps: [], final: null };
}

function numpyCall(name: string, label: string, expression: Called): Program {
  const span = spanOf(expression);
  const given = expression.arguments;
  const bound = bind(label, span, given, FUNCTIONS.get(name) ?? []);
  refuseLeftOut(label, bound);
  const maker = makerOf(name, bound, span, given, shapeOf);
  if (maker !== null) return { source: { ...maker, ...span }, steps: [], final: null };
  if (name === "unravel_index") {
    return unravel(bound.get("indices") as Expression, bound.get("shape") as Expression, expression);
  }
  const array = operand(bound.get("a") as Expression);
  if (name === "reshape") {
    return withStep(array, { kind: "reshape", shape: shapeOf(bound.get("shape") as Expression), ...span });
  }
  if (name === "transpose") return withStep(array, { kind: "transpose", axes: axesOf(bound.get("axes")), ...span });
  return { ...array, final: reductionFinal(name, bound, span) };
}

function unravel(indices: Expression, shape: Expression, expression: Called): Program {
  const isLiteral = literalValue(indices) !== null;
  const { source, steps, final }: Program = isLiteral ? { ...operand(indices), final: null } : program(indices);
  if (!isIndices(final)) throw new ExpressionError("np.unravel_index takes indices, such as those of np.argmin(a).", indices);
  const last: UnravelFinal = { kind: "unravel", of: final, shape: shapeOf(shape), ...spanOf(expression) };
  return { source, steps, final: last };
}

function isIndices(final: Final | null): final is ReductionFinal | null {
  return final === null || final.kind === "indices";
}

function methodCall({ target, name, word }: Named, expression: Called): Program {
  const span = { start: word.start, end: expression.end };
  if (!METHODS.has(name)) {
    if (FUNCTIONS.has(name)) throw new ExpressionError(`An array has no method ${name}: write np.${name}(…).`, word);
    throw new ExpressionError(`An array has no method ${name} here${didYouMean(name, METHODS.keys())}.`, word);
  }
  const array = view(target);
  const given = expression.arguments;
  const parameters = METHODS.get(name);
  if (parameters) {
    const final = reductionFinal(name, bind(name, span, given, parameters), spanOf(expression));
    return { ...array, final };
  }
  const named = given.find((argument) => argument.name !== null);
  if (named?.name === "order" && name === "reshape" && named.value.kind === "str" && named.value.value === "C") {
    return withStep(array, { kind: "reshape", shape: packed(given.slice(0, -1), name, span), ...span });
  }
  if (named) throw new ExpressionError(`${name} takes no named arguments here.`, named);
  if (name === "reshape") return withStep(array, { kind: "reshape", shape: packed(given, name, span), ...span });
  const [first] = given;
  const axes = first === undefined ? null : given.length === 1 ? axesOf(first.value) : lengthsValue(tupleOf(given));
  return withStep(array, { kind: "transpose", axes, ...span });
}

/** The lengths of a `reshape`, one by one or in one tuple. */
function packed(given: readonly Argument[], name: string, span: { start: number; end: number }): Shape {
  const [first] = given;
  if (first === undefined) throw new ExpressionError(`${name} needs a shape.`, span);
  if (given.length === 1) return shapeOf(first.value);
  return { kind: "lengths", lengths: lengthsValue(tupleOf(given)), start: first.start, end: (given.at(-1) as Argument).end };
}

function tupleOf(given: readonly Argument[]): Expression {
  const start = given[0]?.start ?? 0;
  return { kind: "tuple", items: given.map(({ value }) => value), start, end: given.at(-1)?.end ?? start };
}

function axesOf(value: Expression | undefined): readonly number[] | null {
  return value === undefined || value.kind === "none" ? null : lengthsValue(value);
}

function shapeOf(value: Expression): Shape {
  if (value.kind === "attribute" && value.name === "shape" && !isNumpy(value.target)) {
    return { kind: "shapeOf", program: view(value.target), ...spanOf(value) };
  }
  return { kind: "lengths", lengths: lengthsValue(value), ...spanOf(value) };
}

function unknownName(span: Expression, name: string): ExpressionError {
  if (name === "np" || name === "numpy")
    return new ExpressionError(`After ${name} comes a point and the name of a function.`, span);
  if (reductionOf(name)) return new ExpressionError(`Write np.${name}(a).`, span);
  return new ExpressionError(`${name} is not known here${didYouMean(name, ["np", "numpy"])}: the array is called a.`, span);
}

function spanOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
