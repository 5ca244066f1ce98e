import type { NdArray } from "../array/ndarray.ts";
import { compile, namesThrough, operandOf, originsOf, viewOf } from "../expression/index.ts";
import type { Reading } from "./reading.ts";
import type { Session, Sessions } from "./sessions.ts";
import { ViewedColumn } from "./viewed-column.ts";

/** What a reduction is asked of, with the file's names for it. */
export interface OperandReading extends Pick<Reading, "array" | "columns" | "labels"> {
  /** The array was copied for this: whoever is done with it frees it. */
  readonly isCopy: boolean;
}

/**
 * The operand of a reduction: a view of what is open under a handle. Where the handle is that of a view itself, the text still
 * starts at the root's `a`.
 *
 * @param of in the language of the formula bar, see `Reduction`.
 * @throws {ExpressionError} it is no view of that array.
 */
export function operandReading(sessions: Sessions, session: Session, of: string): OperandReading {
  const { reading, view } = session;
  const own = view?.of ?? "a";
  if (of === own) return { array: reading.array, columns: reading.columns, labels: reading.labels, isCopy: false };
  const root = view === null ? reading : sessions.get(view.root).reading;
  const { text, base } = operandOf(of, root.array);
  // A region of the view that is shown is taken of that view: a reshape that copies is not made again.
  return base === own ? readThrough(reading, `a${text.slice(own.length)}`) : readThrough(root, text);
}

/** A view of a reading. The names and labels follow from its own. */
export function readThrough(reading: Pick<Reading, "array" | "columns" | "labels">, of: string): OperandReading {
  const program = compile(of);
  const array: NdArray = viewOf(program, reading.array);
  const names = namesThrough(originsOf(program, reading.array), array.shape, reading);
  return {
    array,
    columns: names.columns,
    labels: names.labels.map((texts) => new ViewedColumn(texts, array.shape[0] ?? 1)),
    isCopy: array.data !== reading.array.data,
  };
}
