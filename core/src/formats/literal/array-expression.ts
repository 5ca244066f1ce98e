import type { Dtype } from "../../array/dtype.ts";
import { writtenDtype } from "../../array/written-dtype.ts";
import type { Literal } from "./literal.ts";
import { parseLiteral } from "./parse.ts";
import { syntaxError } from "./syntax.ts";
import type { Token } from "./token.ts";
import type { Tokens } from "./tokens.ts";

/** A literal, or one inside `array(…)`, `np.array(…)`, `numpy.array(…)` with an optional `dtype=`, as NumPy's repr writes it. */
export function arrayExpression(tokens: Tokens): { literal: Literal; dtype: Dtype | null } {
  const first = tokens.peek();
  if (first.kind !== "name" || first.text === "True" || first.text === "False" || first.text === "None") {
    return { literal: parseLiteral(tokens, readFloatName), dtype: null };
  }
  const name = qualifiedName(tokens);
  if (name !== "array") {
    const float = floatName(name, first.at);
    if (float !== null) return { literal: float, dtype: null };
    throw syntaxError(
      `"${name}" is not known here; an array is written [[1, 2], [3, 4]] or np.array([1, 2])`,
      first.at,
      tokens.options,
    );
  }
  if (!tokens.takeMark("(")) throw tokens.unexpected('"("');
  const literal = parseLiteral(tokens, readFloatName);
  const dtype = tokens.takeMark(",") ? dtypeArgument(tokens) : null;
  if (!tokens.takeMark(")")) throw tokens.unexpected('")"');
  return { literal, dtype };
}

/** Takes `name`, `np.name` or `numpy.name` and gives the last part. */
function qualifiedName(tokens: Tokens): string {
  const first = nameToken(tokens);
  if ((first.text !== "np" && first.text !== "numpy") || !tokens.takeMark(".")) return first.text;
  return nameToken(tokens).text;
}

function nameToken(tokens: Tokens): Token & { kind: "name" } {
  const token = tokens.peek();
  if (token.kind !== "name") throw tokens.unexpected("a name");
  tokens.take();
  return token;
}

function readFloatName(token: Token & { kind: "name" }, tokens: Tokens): Literal | null {
  const name = qualifiedName(tokens);
  const float = floatName(name, token.at);
  if (float === null) throw syntaxError(`"${name}" is not a value that an array can hold here`, token.at, tokens.options);
  return float;
}

function floatName(name: string, at: number): Literal | null {
  if (name === "nan") return { kind: "float", at, value: Number.NaN };
  return name === "inf" ? { kind: "float", at, value: Number.POSITIVE_INFINITY } : null;
}

/** `dtype=int8`, `dtype=np.int8`, `dtype='int8'` or `dtype='<U5'`; nothing where the bracket closes after a trailing comma. */
function dtypeArgument(tokens: Tokens): Dtype | null {
  if (tokens.peek().kind === "mark") return null;
  const keyword = nameToken(tokens);
  if (keyword.text !== "dtype" || !tokens.takeMark("="))
    throw syntaxError('Only "dtype=" may follow here', keyword.at, tokens.options);
  const token = tokens.peek();
  const name = token.kind === "str" ? token.value : qualifiedName(tokens);
  if (token.kind === "str") tokens.take();
  const dtype = writtenDtype(name);
  if (dtype === null) throw syntaxError(`The dtype "${name}" is not taken here`, token.at, tokens.options);
  tokens.takeMark(",");
  return dtype;
}
