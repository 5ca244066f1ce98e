import { CapacityError } from "../errors.ts";

/** What to do about a table that is too large. */
export const readLess = "Read fewer columns or a range of rows: in the import options, or by --columns and --rows.";

/** The same refusal with what to do, where memory is what lacks. */
export function advised(thrown: unknown): unknown {
  if (!(thrown instanceof CapacityError)) return thrown;
  return new CapacityError(`${thrown.message} ${readLess}`, thrown.needed, thrown.available);
}
