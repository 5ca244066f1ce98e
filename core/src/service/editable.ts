import { Edits } from "../edits/edits.ts";
import { plainStyle, styleOf } from "../edits/number-style.ts";
import type { Reading } from "./reading.ts";

/** The edits of what was read; none yet. A table's numbers are written as its file writes them. */
export function editsOf({ array, labels, data }: Reading): Edits {
  const hasStyle = data?.kind === "table" && data.text !== null;
  return new Edits({ array, labels, style: hasStyle ? styleOf(data.table.dialect) : plainStyle });
}
