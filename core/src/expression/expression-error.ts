import type { Fault, FaultTag } from "../contract/result.ts";
import { ArgscopeError, CancelledError, InternalError } from "../errors.ts";

/** A piece of an expression, in UTF-16 units from 0: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What the formula bar does not take, and where in the text.
 *
 * Our own refusals have the tag `Format` and a plain sentence. A refusal of NumPy's keeps its name, its words and its tag:
 * `AxisError`, `IndexError` and so on. `start` and `end` travel with the fault.
 */
export class ExpressionError extends ArgscopeError {
  readonly tag: FaultTag;
  override readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly #more: Fault["fields"];

  /** @param refusal what NumPy or the engine says instead of us, if it was them. */
  constructor(reason: string, { start, end }: Span, refusal?: Pick<Fault, "name" | "tag" | "fields">) {
    super(reason);
    this.tag = refusal?.tag ?? "Format";
    this.name = refusal?.name ?? "ExpressionError";
    this.start = start;
    this.end = end;
    this.#more = refusal?.fields ?? {};
  }

  override fields(): Fault["fields"] {
    return { ...this.#more, start: this.start, end: this.end };
  }
}

/** Does `work`, and says of what it refuses where in the text that came from. A cancelled run or a defect is no mistake in the text. */
export function placed<T>(span: Span, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const ours = error instanceof ExpressionError || error instanceof CancelledError || error instanceof InternalError;
    if (ours || !(error instanceof ArgscopeError)) throw error;
    throw new ExpressionError(error.message, span, error.toFault());
  }
}
