import type { NanRule, Operation, Reduction } from "@argscope/core/contract/worker.ts";
import { AxisError } from "@argscope/core/errors.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What an expression means, or where and why it is not understood. Positions are UTF-16 units from 0. */
export type Understood =
  | { readonly kind: "reduction"; readonly reduction: Reduction }
  | { readonly kind: "array"; readonly text: string }
  | { readonly kind: "mistake"; readonly from: number; readonly to: number; readonly reason: string };

/** The NumPy line of a reduction: what the controls write into the formula bar. */
export function expressionOf({ operation, axis, nan, keepdims }: Reduction): string {
  const name = nan === "skip" ? `nan${operation}` : operation;
  const parts = ["a", ...(axis === null ? [] : [`axis=${axis}`]), ...(keepdims ? ["keepdims=True"] : [])];
  return `np.${name}(${parts.join(", ")})`;
}

const FUNCTIONS: Readonly<Record<string, readonly [Operation, NanRule]>> = {
  argmin: ["argmin", "numpy"],
  argmax: ["argmax", "numpy"],
  nanargmin: ["argmin", "skip"],
  nanargmax: ["argmax", "skip"],
};
const KNOWN = "np.argmin, np.argmax, np.nanargmin and np.nanargmax";

/**
 * Understands the four functions in `np.` form, argmin and argmax in method form, and a list as a new array.
 *
 * @param ndim  of `a`; null where nothing is open. An axis outside of it is refused with NumPy's AxisError.
 */
export function understand(text: string, ndim: number | null): Understood {
  if (text.trimStart().startsWith("[")) return { kind: "array", text: text.trim() };
  return new Reader(tokensOf(text)).read(ndim);
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(ndim: number | null): Understood {
    try {
      const reduction = this.#expression(ndim);
      return { kind: "reduction", reduction };
    } catch (error) {
      if (error instanceof Mistake)
        return { kind: "mistake", from: error.token.from, to: error.token.to, reason: error.message };
      throw error;
    }
  }

  #expression(ndim: number | null): Reduction {
    const first = this.#take();
    if (first.kind === "end") throw new Mistake(first, "Write a function of the array, such as np.argmin(a, axis=0).");
    if (first.kind !== "name" || !["np", "numpy", "a"].includes(first.text)) {
      throw new Mistake(first, "An expression starts with np., with a. or with a list such as [91, 92, 93].");
    }
    const isMethod = first.text === "a";
    this.#sign(".", `After ${first.text} comes a point and the name of a function.`);
    const name = this.#take();
    const known = Object.hasOwn(FUNCTIONS, name.text) ? FUNCTIONS[name.text] : undefined;
    if (known === undefined) throw new Mistake(name, `Argscope knows ${KNOWN}.`);
    const [operation, nan] = known;
    if (isMethod && nan === "skip") throw new Mistake(name, `An array has no method ${name.text}. Write np.${name.text}(a).`);
    this.#sign("(", `After ${name.text} comes its argument in brackets.`);
    if (!isMethod) this.#array();
    const { axis, keepdims } = this.#options(isMethod);
    const end = this.#take();
    if (end.kind !== "end") throw new Mistake(end, "Nothing may follow the closing bracket.");
    if (ndim === null) throw new Mistake(first, "There is no array yet. Open a file, or type a list such as [91, 92, 93].");
    return { operation, nan, keepdims, axis: axis === null ? null : inRange(axis.value, ndim, axis.token) };
  }

  #array(): void {
    const token = this.#take();
    if (token.text !== "a") throw new Mistake(token, "The array is called a.");
  }

  /** `axis` by place or name, `keepdims` by name, up to and with the closing bracket. */
  #options(isMethod: boolean): { axis: { value: number; token: Token } | null; keepdims: boolean } {
    let axis: { value: number; token: Token } | null = null;
    let keepdims = false;
    const given = new Set<string>();
    let isFirst = isMethod;
    for (;;) {
      if (this.#skip(")")) return { axis, keepdims };
      if (!isFirst) this.#sign(",", "Here a comma or the closing bracket is missing.");
      if (this.#skip(")")) return { axis, keepdims };
      isFirst = false;
      const token = this.#peek();
      const isNamed = token.kind === "name" && this.#tokens[this.#at + 1]?.text === "=";
      const name = isNamed ? this.#take().text : "axis";
      if (!["axis", "keepdims"].includes(name)) throw new Mistake(token, "The arguments are axis and keepdims.");
      if (!isNamed && given.size > 0) throw new Mistake(token, "Only axis may stand without its name, and only first.");
      if (given.has(name)) throw new Mistake(token, `${name} is given twice.`);
      given.add(name);
      if (isNamed) this.#at++;
      if (name === "axis") axis = this.#axis();
      else keepdims = this.#boolean();
    }
  }

  #axis(): { value: number; token: Token } | null {
    const token = this.#take();
    if (token.text === "None") return null;
    const isNegative = token.text === "-";
    const number = isNegative || token.text === "+" ? this.#take() : token;
    if (number.kind !== "number" || !/^\d[\d_]*$/u.test(number.text)) {
      throw new Mistake(number, "axis is None or a whole number.");
    }
    const value = Number(number.text.replaceAll("_", ""));
    return { value: isNegative ? -value : value, token: { ...number, from: token.from } };
  }

  #boolean(): boolean {
    const token = this.#take();
    if (token.text !== "True" && token.text !== "False") throw new Mistake(token, "keepdims is True or False.");
    return token.text === "True";
  }

  #sign(text: string, reason: string): void {
    const token = this.#take();
    if (token.text !== text) throw new Mistake(token, reason);
  }

  #skip(text: string): boolean {
    const isThere = this.#peek().text === text;
    if (isThere) this.#at++;
    return isThere;
  }

  #peek(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token;
  }

  #take(): Token {
    const token = this.#peek();
    this.#at++;
    return token;
  }
}

class Mistake extends Error {
  readonly token: Token;
  constructor(token: Token, reason: string) {
    super(reason);
    this.token = token;
  }
}

/** The axis counted from the start. NumPy treats 0-d as one dimension here. */
function inRange(axis: number, ndim: number, token: Token): number | null {
  const dimensions = Math.max(1, ndim);
  if (axis < -dimensions || axis >= dimensions) {
    const { name, message } = new AxisError(axis, dimensions);
    throw new Mistake(token, `${name}: ${message}`);
  }
  if (ndim === 0) return null;
  return axis < 0 ? axis + dimensions : axis;
}
