import { Edits } from "../edits/edits.ts";
import type { Reading } from "./reading.ts";

/** The edits of what was read; none yet. A table's numbers are written as its file writes them. */
export function editsOf({ array, labels, origin }: Reading): Edits {
  return new Edits({ array, labels, style: origin });
}
