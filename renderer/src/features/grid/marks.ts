import { readScalar, type Scalar } from "@argscope/core/array/scalar.ts";
import type { Frame } from "./frame.ts";
import { inPlane, isInside } from "./lanes.ts";

export type Mark = "first" | "tie" | null;

/** What an answer says about a cell: it is its lane's winner, or as good as the winner, or neither. */
export function markOf({ array, answer, lanes, cells }: Frame, row: number, column: number): Mark {
  if (answer === null || lanes === null || !isInside(lanes.inside, row, column)) return null;
  const index = answer.indices.data[inPlane(lanes.answer, row, column)] as number;
  const along = inPlane(lanes.along, row, column);
  if (along === index) return "first";
  const { dtype, data } = array;
  const here = inPlane(cells, row, column);
  const winner = lanes.winner ?? here + (index - along) * (lanes.stride ?? 0);
  return equals(readScalar(dtype, data, here), readScalar(dtype, data, winner)) ? "tie" : null;
}

/** Where the winner of a cell's lane stands: along the axis of what was reduced, or in its ravel. Null for a cell outside of that. */
export function winnerIndex({ answer, lanes }: Frame, row: number, column: number): number | null {
  if (answer === null || lanes === null || !isInside(lanes.inside, row, column)) return null;
  return answer.indices.data[inPlane(lanes.answer, row, column)] as number;
}

/** A tie is NumPy's equality (0 equals -0), and NaN with NaN: under NumPy's rule a NaN that comes later lost by place alone. */
function equals(a: Scalar, b: Scalar): boolean {
  if (typeof a === "object" && typeof b === "object" && "re" in a && "re" in b) return equals(a.re, b.re) && equals(a.im, b.im);
  return a === b || (a !== a && b !== b);
}
