import { ExpressionError, type Span } from "./expression-error.ts";
import { didYouMean } from "./nearest.ts";
import type { Argument, Expression } from "./syntax.ts";

/** A parameter of a function: whether it is given by its place, by its name, or either. */
export interface Parameter {
  readonly name: string;
  readonly passing: "place" | "name" | "either";
  readonly required: boolean;
}

/** The arguments of a call by the names of the parameters. */
export type Bound = ReadonlyMap<string, Expression>;

/**
 * Gives every argument to its parameter, as Python would.
 *
 * @param label the function, for messages.
 * @param call  where the call stands.
 * @throws {ExpressionError} too many, too few, an unknown name, or one given twice.
 */
export function bind(label: string, call: Span, given: readonly Argument[], parameters: readonly Parameter[]): Bound {
  const bound = new Map<string, Expression>();
  const places = parameters.filter(({ passing }) => passing !== "name");
  for (const [k, argument] of given.entries()) {
    const parameter = argument.name === null ? places[k] : byName(label, argument, parameters);
    if (parameter === undefined) throw new ExpressionError(tooMany(label, places.length), argument);
    if (bound.has(parameter.name)) throw new ExpressionError(`${label} is given ${parameter.name} twice.`, argument);
    bound.set(parameter.name, argument.value);
  }
  const missing = parameters.find(({ name, required }) => required && !bound.has(name));
  if (missing) throw new ExpressionError(`${label} needs its argument ${missing.name}.`, call);
  return bound;
}

function byName(label: string, { name, word }: Argument, parameters: readonly Parameter[]): Parameter {
  const names = parameters.filter(({ passing }) => passing !== "place").map((parameter) => parameter.name);
  const found = parameters.find((parameter) => parameter.passing !== "place" && parameter.name === name);
  if (found !== undefined) return found;
  const known = names.length === 0 ? "takes no named arguments" : `has no argument ${name}${didYouMean(name ?? "", names)}`;
  throw new ExpressionError(`${label} ${known}.`, word as Span);
}

function tooMany(label: string, places: number): string {
  if (places === 0) return `${label} takes no argument without its name.`;
  return `${label} takes at most ${places} argument${places === 1 ? "" : "s"} without a name.`;
}
