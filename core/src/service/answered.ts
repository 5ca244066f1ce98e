import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Control, Reduction } from "../contract/worker.ts";
import { InternalError, UnsupportedError } from "../errors.ts";
import { type LaneFacts, laneFacts } from "../winners/lane-facts.ts";
import type { LaneBook } from "./lane-books.ts";
import { type OperandReading, operandReading } from "./operands.ts";
import type { Sessions } from "./sessions.ts";

/** An answer that is still held, what it was asked of, and what is known of its lanes. */
export interface AnsweredReduction {
  readonly operand: OperandReading;
  readonly indices: NdArray;
  readonly book: LaneBook;
}

/** More than fit into a memory. */
const MOST_ELEMENTS = 2 ** 32;

/**
 * Does something with an answer and its operand. A copy that the operand took is given back afterwards.
 *
 * @throws {InternalError} the answer is not held any more: a newer one took its place.
 * @throws {UnsupportedError} a view that repeats its elements by stride 0 has more of them than can be looked at.
 */
export function withAnswer<T>(
  sessions: Sessions,
  handle: number,
  reduction: Reduction,
  use: (answered: AnsweredReduction) => T,
): T {
  const session = sessions.get(handle);
  const indices = session.answers.find(reduction);
  if (indices === undefined) throw new InternalError("This answer is not held any more.");
  const operand = operandReading(sessions, session, reduction.of);
  // Of an array that repeats its elements there may be more than anyone can look at, and an answer that repeats its indices.
  if (operand.array.size > MOST_ELEMENTS || indices.strides.some((stride, d) => stride === 0 && (indices.shape[d] ?? 0) > 1)) {
    throw new UnsupportedError("This view repeats its elements too often for each of them to be looked at.");
  }
  try {
    return use({ operand, indices, book: session.laneBooks.of(indices) });
  } finally {
    if (operand.isCopy) free(operand.array);
  }
}

/** Looked for once an answer. */
export function factsOf({ operand, indices, book }: AnsweredReduction, { axis }: Reduction, control: Control): LaneFacts {
  book.facts ??= laneFacts(operand.array, axis, indices, control);
  return book.facts;
}
