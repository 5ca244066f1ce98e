import type { Fault } from "@argscope/core/contract/result.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";

/**
 * Why a question has no winner, and what would give one. NumPy's own words stand beside the expression.
 *
 * @param nanCount  how many NaN the array holds
 */
export function noWinnerText({ tag, message }: Fault, { nan }: Reduction, nanCount: number): string {
  if (tag === "Type") return "No winner: elements of this dtype have no order.";
  if (tag !== "Value") return `No winner: ${message}`;
  if (nan === "skip" && nanCount > 0) {
    return "No winner: a lane holds nothing but NaN. With NumPy (NaN wins) the NaN itself is the answer.";
  }
  return "No winner: there are no elements to compare.";
}
