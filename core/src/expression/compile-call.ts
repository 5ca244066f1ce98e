import { bind } from "./bind.ts";
import { integersMaker, makerOf, refuseLeftOut } from "./compile-maker.ts";
import { reductionFinal } from "./compile-reduction.ts";
import { ExpressionError, type Span } from "./expression-error.ts";
import { FUNCTIONS, METHODS } from "./functions.ts";
import { literalValue } from "./literal-value.ts";
import { didYouMean } from "./nearest.ts";
import type { Final, Program, ReductionFinal, Shape, UnravelFinal, ViewProgram } from "./program.ts";
import type { Argument, Attribute, Call, Expression } from "./syntax.ts";
import { broadcastLengths, isNumpy, lengthsValue } from "./values.ts";
import { listOperand, spanOf, withStep } from "./view-program.ts";

type Called = Expression & Call;
type Named = Expression & Attribute;

/** How the expressions inside a call are understood. */
export interface Nodes {
  program(expression: Expression): Program;
  /** An array or a view of one, not reduced. */
  view(expression: Expression): ViewProgram;
  unknownName(span: Span, name: string): ExpressionError;
}

/**
 * What a call means: a function of NumPy's, the generator's integers, or a method of an array.
 *
 * @throws {ExpressionError} the function is not known here, or its arguments are not its own.
 */
export function callProgram(expression: Called, nodes: Nodes): Program {
  const { callee } = expression;
  if (callee.kind === "name" && callee.name === "array") return numpyCall("array", "array", expression, nodes);
  if (callee.kind === "name") throw nodes.unknownName(callee, callee.name);
  if (callee.kind !== "attribute") throw new ExpressionError("Only a function can be called.", callee);
  const { target, name, word } = callee;
  if (isNumpy(target)) {
    if (FUNCTIONS.has(name)) return numpyCall(name, `np.${name}`, expression, nodes);
    throw new ExpressionError(`np.${name} is not known here${didYouMean(name, FUNCTIONS.keys())}.`, word);
  }
  if (isRandom(target)) {
    if (name === "default_rng") throw new ExpressionError("Write .integers(…) behind the generator.", expression);
    throw new ExpressionError(`np.random.${name} is not known here: write np.random.default_rng(0).integers(…).`, word);
  }
  if (target.kind === "call" && target.callee.kind === "attribute" && isRandom(target.callee.target)) {
    return random(expression, target, target.callee, callee, nodes);
  }
  return methodCall(callee, expression, nodes);
}

function isRandom(expression: Expression): boolean {
  return expression.kind === "attribute" && expression.name === "random" && isNumpy(expression.target);
}

function random(expression: Called, generator: Called, made: Named, method: Named, nodes: Nodes): Program {
  if (made.name !== "default_rng") {
    throw new ExpressionError(`np.random.${made.name} is not known here${didYouMean(made.name, ["default_rng"])}.`, made.word);
  }
  if (method.name !== "integers") {
    throw new ExpressionError(`The generator makes integers here${didYouMean(method.name, ["integers"])}.`, method.word);
  }
  const maker = integersMaker(
    { given: generator.arguments, ...spanOf(generator) },
    { given: expression.arguments, ...spanOf(expression) },
    (value) => shapeOf(value, nodes),
  );
  return { source: { ...maker, ...spanOf(expression) }, steps: [], final: null };
}

function numpyCall(name: string, label: string, expression: Called, nodes: Nodes): Program {
  const span = spanOf(expression);
  const given = expression.arguments;
  const bound = bind(label, span, given, FUNCTIONS.get(name) ?? []);
  refuseLeftOut(label, bound);
  const maker = makerOf(name, bound, span, given, (value) => shapeOf(value, nodes));
  if (maker !== null) return { source: { ...maker, ...span }, steps: [], final: null };
  if (name === "unravel_index") {
    return unravel(bound.get("indices") as Expression, bound.get("shape") as Expression, expression, nodes);
  }
  if (name === "broadcast_to") {
    const shape = shapeOf(bound.get("shape") as Expression, nodes, broadcastLengths);
    return withStep(operand(bound.get("array") as Expression, nodes), { kind: "broadcast", shape, ...span });
  }
  const array = operand(bound.get("a") as Expression, nodes);
  if (name === "reshape") {
    return withStep(array, { kind: "reshape", shape: shapeOf(bound.get("shape") as Expression, nodes), ...span });
  }
  if (name === "transpose") return withStep(array, { kind: "transpose", axes: axesOf(bound.get("axes")), ...span });
  return { ...array, final: reductionFinal(name, bound, span) };
}

function unravel(indices: Expression, shape: Expression, expression: Called, nodes: Nodes): Program {
  const isLiteral = literalValue(indices) !== null;
  const { source, steps, final }: Program = isLiteral ? { ...listOperand(indices), final: null } : nodes.program(indices);
  if (!isIndices(final)) throw new ExpressionError("np.unravel_index takes indices, such as those of np.argmin(a).", indices);
  const last: UnravelFinal = { kind: "unravel", of: final, shape: shapeOf(shape, nodes), ...spanOf(expression) };
  return { source, steps, final: last };
}

function isIndices(final: Final | null): final is ReductionFinal | null {
  return final === null || final.kind === "indices";
}

function methodCall({ target, name, word }: Named, expression: Called, nodes: Nodes): Program {
  const span = { start: word.start, end: expression.end };
  if (!METHODS.has(name)) {
    if (FUNCTIONS.has(name)) throw new ExpressionError(`An array has no method ${name}: write np.${name}(…).`, word);
    throw new ExpressionError(`An array has no method ${name} here${didYouMean(name, METHODS.keys())}.`, word);
  }
  const array = nodes.view(target);
  const given = expression.arguments;
  const parameters = METHODS.get(name);
  if (parameters) {
    const final = reductionFinal(name, bind(name, span, given, parameters), spanOf(expression));
    return { ...array, final };
  }
  const named = given.find((argument) => argument.name !== null);
  if (named) throw new ExpressionError(`${name} takes no named arguments here.`, named);
  if (name === "reshape") return withStep(array, { kind: "reshape", shape: packed(given, name, span, nodes), ...span });
  const [first] = given;
  const axes = first === undefined ? null : given.length === 1 ? axesOf(first.value) : lengthsValue(tupleOf(given));
  return withStep(array, { kind: "transpose", axes, ...span });
}

/** The lengths of a `reshape`, one by one or in one tuple. */
function packed(given: readonly Argument[], name: string, span: Span, nodes: Nodes): Shape {
  const [first] = given;
  if (first === undefined) throw new ExpressionError(`${name} needs a shape.`, span);
  if (given.length === 1) return shapeOf(first.value, nodes);
  return { kind: "lengths", lengths: lengthsValue(tupleOf(given)), start: first.start, end: (given.at(-1) as Argument).end };
}

function tupleOf(given: readonly Argument[]): Expression {
  const start = given[0]?.start ?? 0;
  return { kind: "tuple", items: given.map(({ value }) => value), start, end: given.at(-1)?.end ?? start };
}

function axesOf(value: Expression | undefined): readonly number[] | null {
  return value === undefined || value.kind === "none" ? null : lengthsValue(value);
}

function shapeOf(value: Expression, nodes: Nodes, lengthsOf = lengthsValue): Shape {
  if (value.kind === "attribute" && value.name === "shape" && !isNumpy(value.target)) {
    return { kind: "shapeOf", program: nodes.view(value.target), ...spanOf(value) };
  }
  return { kind: "lengths", lengths: lengthsOf(value), ...spanOf(value) };
}

/** An array, or what NumPy makes one of. */
function operand(expression: Expression, nodes: Nodes): ViewProgram {
  return literalValue(expression) === null ? nodes.view(expression) : listOperand(expression);
}
