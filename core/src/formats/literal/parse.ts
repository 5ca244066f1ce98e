import type { Literal } from "./literal.ts";
import { syntaxError } from "./syntax.ts";
import type { Token } from "./token.ts";
import type { Tokens } from "./tokens.ts";

/** Reads a name that is a value, such as `nan`, where the place at hand knows one; `null` where it does not. */
export type NameReader = (token: Token & { kind: "name" }, tokens: Tokens) => Literal | null;

/**
 * Reads one Python literal: dict, list, tuple, str, int, float, bool, None, with a sign before numbers. Nothing is evaluated.
 *
 * @param names reads names other than True, False and None; without it they are refused.
 * @throws {FormatError} the text is no such literal, or deeper than `maxDepth`; with its place.
 */
export function parseLiteral(tokens: Tokens, names: NameReader = () => null): Literal {
  return value(tokens, names, 0);
}

function value(tokens: Tokens, names: NameReader, depth: number): Literal {
  const token = tokens.peek();
  if (depth > tokens.options.maxDepth) {
    throw syntaxError(`Brackets are nested more than ${tokens.options.maxDepth} deep`, token.at, tokens.options);
  }
  switch (token.kind) {
    case "int":
    case "float":
    case "str":
      tokens.take();
      return token;
    case "name":
      return named(token, tokens, names);
    case "mark":
      return marked(token.text, token.at, tokens, names, depth);
    default:
      throw tokens.unexpected("a value");
  }
}

function named(token: Token & { kind: "name" }, tokens: Tokens, names: NameReader): Literal {
  const { at } = token;
  const known: Literal | null =
    token.text === "True" || token.text === "False"
      ? { kind: "bool", at, value: token.text === "True" }
      : token.text === "None"
        ? { kind: "none", at }
        : null;
  if (known !== null) {
    tokens.take();
    return known;
  }
  const found = names(token, tokens);
  if (found === null) throw tokens.unexpected("a value");
  return found;
}

function marked(mark: string, at: number, tokens: Tokens, names: NameReader, depth: number): Literal {
  switch (mark) {
    case "[":
      tokens.take();
      return { kind: "list", at, items: sequence(tokens, names, "]", depth).items };
    case "(": {
      tokens.take();
      const { items, comma } = sequence(tokens, names, ")", depth);
      const [only] = items;
      // As in Python, brackets around one value without a comma only group it.
      return only !== undefined && items.length === 1 && !comma ? only : { kind: "tuple", at, items };
    }
    case "{":
      tokens.take();
      return { kind: "dict", at, entries: entries(tokens, names, depth) };
    case "+":
    case "-":
      tokens.take();
      return signed(mark, at, tokens, names, depth);
    default:
      throw tokens.unexpected("a value");
  }
}

function signed(sign: string, at: number, tokens: Tokens, names: NameReader, depth: number): Literal {
  const token = tokens.peek();
  if (token.kind === "int" || token.kind === "float" || token.kind === "name") {
    const number = value(tokens, names, depth);
    if (number.kind === "int") return { kind: "int", at, value: sign === "-" ? -number.value : number.value };
    if (number.kind === "float") return { kind: "float", at, value: sign === "-" ? -number.value : number.value };
  }
  throw syntaxError(`"${sign}" stands before numbers only`, at, tokens.options);
}

function sequence(tokens: Tokens, names: NameReader, close: string, depth: number): { items: Literal[]; comma: boolean } {
  const items: Literal[] = [];
  let comma = false;
  while (!tokens.takeMark(close)) {
    if (items.length > 0 && !comma) throw tokens.unexpected(`"," or "${close}"`);
    items.push(value(tokens, names, depth + 1));
    comma = tokens.takeMark(",");
  }
  return { items, comma };
}

function entries(tokens: Tokens, names: NameReader, depth: number): (readonly [Literal, Literal])[] {
  const found: (readonly [Literal, Literal])[] = [];
  let comma = true;
  while (!tokens.takeMark("}")) {
    if (!comma) throw tokens.unexpected('"," or "}"');
    const key = value(tokens, names, depth + 1);
    if (!tokens.takeMark(":")) throw tokens.unexpected('":"');
    found.push([key, value(tokens, names, depth + 1)]);
    comma = tokens.takeMark(",");
  }
  return found;
}
