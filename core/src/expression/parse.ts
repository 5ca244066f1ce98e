import { ExpressionError } from "./expression-error.ts";
import type { Argument, Entry, Expression } from "./syntax.ts";
import { MAX_LENGTH, NO_CALCULATION, Tokens } from "./tokens.ts";

/** Brackets in brackets. NumPy arrays have at most 64 dimensions. */
const MAX_DEPTH = 100;
/** Attributes, calls and indices one behind the other. */
const MAX_CHAIN = 100;

/**
 * The tree of an expression: names, attributes, calls, basic indices and Python's literals. Nothing is looked up or evaluated.
 *
 * @throws {ExpressionError} with the piece of the text that was not understood.
 */
export function parseExpression(text: string): Expression {
  const tokens = new Tokens(text);
  if (tokens.peek().kind === "end") {
    throw new ExpressionError("Write a function of the array, such as np.argmin(a, axis=0).", {
      start: 0,
      end: Math.min(text.length, MAX_LENGTH),
    });
  }
  if (tokens.isMark("=")) throw tokens.refuse("An expression starts without the = sign.");
  const expression = new Parser(tokens).expression(0);
  const next = tokens.peek();
  if (next.kind === "end") return expression;
  if (tokens.isMark("+") || tokens.isMark("-")) throw tokens.refuse(NO_CALCULATION);
  if (tokens.isMark("=")) throw tokens.refuse("Nothing can be given a name here: write the expression alone.");
  throw tokens.refuse("Nothing may follow the expression.");
}

class Parser {
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  expression(depth: number): Expression {
    const tokens = this.#tokens;
    if (depth > MAX_DEPTH) throw tokens.refuse(`Brackets and signs are nested more than ${MAX_DEPTH} deep.`);
    const { start } = tokens.peek();
    const isNegative = tokens.isMark("-");
    if (!isNegative && !tokens.isMark("+")) return this.#chain(depth);
    tokens.take();
    const operand = this.expression(depth + 1);
    const span = { start, end: operand.end };
    if (operand.kind === "int") return { ...operand, ...span, value: isNegative ? -operand.value : operand.value };
    if (operand.kind === "float") return { ...operand, ...span, value: isNegative ? -operand.value : operand.value };
    if (!isNamedNumber(operand)) throw new ExpressionError("A sign stands before numbers only.", span);
    if (!isNegative) return { ...operand, ...span };
    return operand.kind === "negative" ? { ...operand.operand, ...span } : { kind: "negative", operand, ...span };
  }

  #chain(depth: number): Expression {
    const tokens = this.#tokens;
    const { start } = tokens.peek();
    let target = this.#atom(depth);
    for (let links = 0; ; links++) {
      if (!tokens.isMark(".") && !tokens.isMark("(") && !tokens.isMark("[")) return target;
      if (links === MAX_CHAIN) throw tokens.refuse(`An expression has at most ${MAX_CHAIN} steps.`);
      if (tokens.takeMark(".")) {
        const word = tokens.peek();
        if (word.kind !== "name") throw tokens.refuse("After a point comes a name.");
        tokens.take();
        target = { kind: "attribute", target, name: word.text, word: spanOf(word), start, end: word.end };
      } else if (tokens.takeMark("(")) {
        const given = this.#arguments(depth);
        target = { kind: "call", callee: target, arguments: given, start, end: tokens.end };
      } else {
        const bracket = tokens.take().start;
        const entries = this.#entries(depth);
        target = { kind: "subscript", target, entries, index: { start: bracket, end: tokens.end }, start, end: tokens.end };
      }
    }
  }

  #atom(depth: number): Expression {
    const tokens = this.#tokens;
    const token = tokens.peek();
    const span = spanOf(token);
    switch (token.kind) {
      case "int":
      case "float":
      case "str":
        tokens.take();
        return token;
      case "name":
        tokens.take();
        if (token.text === "None") return { kind: "none", ...span };
        if (token.text === "True" || token.text === "False") return { kind: "bool", value: token.text === "True", ...span };
        return { kind: "name", name: token.text, ...span };
      case "mark":
        if (token.text === "[") return this.#list(depth);
        if (token.text === "(") return this.#group(depth);
        if (token.text === "...") throw tokens.refuse("The ellipsis ... stands in an index only.");
        if (token.text === "{") throw tokens.refuse("A dict or a set is no array.");
        throw tokens.refuse(`A value is missing before the ${token.text} sign.`);
      default:
        throw tokens.refuse("A value is missing at the end.");
    }
  }

  #list(depth: number): Expression {
    const { start } = this.#tokens.take();
    const { items } = this.#items("]", depth);
    return { kind: "list", items, start, end: this.#tokens.end };
  }

  /** Brackets around one value without a comma only group it, as in Python. */
  #group(depth: number): Expression {
    const { start } = this.#tokens.take();
    const { items, comma } = this.#items(")", depth);
    const [only] = items;
    if (only !== undefined && items.length === 1 && !comma) return { ...only, start, end: this.#tokens.end };
    return { kind: "tuple", items, start, end: this.#tokens.end };
  }

  #items(close: string, depth: number): { items: Expression[]; comma: boolean } {
    const items: Expression[] = [];
    let comma = false;
    while (!this.#tokens.takeMark(close)) {
      if (items.length > 0 && !comma) throw this.#tokens.refuse(`Here a comma or the closing ${close} is missing.`);
      items.push(this.expression(depth + 1));
      comma = this.#tokens.takeMark(",");
    }
    return { items, comma };
  }

  #arguments(depth: number): Argument[] {
    const tokens = this.#tokens;
    const given: Argument[] = [];
    let comma = true;
    while (!tokens.takeMark(")")) {
      if (!comma) throw tokens.refuse("Here a comma or the closing ) is missing.");
      const value = this.expression(depth + 1);
      const isBareName = value.kind === "name" && value.end - value.start === value.name.length;
      if (isBareName && tokens.takeMark("=")) {
        const named = this.expression(depth + 1);
        given.push({ name: value.name, word: spanOf(value), value: named, start: value.start, end: named.end });
      } else {
        const after = given.find(({ name }) => name !== null);
        if (after) throw new ExpressionError(`After ${after.name}= every argument needs its name.`, value);
        given.push({ name: null, word: null, value, start: value.start, end: value.end });
      }
      comma = tokens.takeMark(",");
    }
    return given;
  }

  #entries(depth: number): Entry[] {
    const tokens = this.#tokens;
    const entries: Entry[] = [];
    let comma = true;
    while (!tokens.isMark("]") || entries.length === 0) {
      if (!comma) throw tokens.refuse("Here a comma or the closing ] is missing.");
      if (tokens.isMark("]")) throw tokens.refuse("An index is missing between the brackets.");
      entries.push(this.#entry(depth));
      comma = tokens.takeMark(",");
    }
    tokens.take();
    return entries;
  }

  #entry(depth: number): Entry {
    const tokens = this.#tokens;
    const { start } = tokens.peek();
    if (tokens.takeMark("...")) return { kind: "ellipsis", start, end: tokens.end };
    const bounds: (Expression | null)[] = [this.#bound(depth)];
    while (bounds.length < 3 && tokens.takeMark(":")) bounds.push(this.#bound(depth));
    const [from = null, to = null, step = null] = bounds;
    if (bounds.length > 1) return { kind: "slice", from, to, step, start, end: tokens.end };
    if (from === null) throw tokens.refuse("An index is missing here.");
    return { kind: "at", value: from, start: from.start, end: from.end };
  }

  #bound(depth: number): Expression | null {
    const tokens = this.#tokens;
    return tokens.isMark(":") || tokens.isMark(",") || tokens.isMark("]") ? null : this.expression(depth + 1);
  }
}

function isNamedNumber(operand: Expression): boolean {
  const name = operand.kind === "name" || operand.kind === "attribute" ? operand.name : "";
  return operand.kind === "negative" || name === "nan" || name === "inf";
}

function spanOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
