import { type AnswerInSight, winnerOf } from "../../state/lane-winner.ts";
import { laneTitle } from "../../state/lane-words.ts";

/** How much room the columns of the list want, in digits; the style sheet knows who gets it where there is too little. */
export interface ListWidths {
  readonly lane: number;
  readonly index: number;
  readonly value: number;
  readonly ties: number;
}

/** A float64 at its longest: `-1.2345678901234567e-300`. More of a text stands in the row's title. */
const WIDEST_VALUE = 24;
/** Lanes whose values are looked at, evenly over all of them. */
const LOOKED_AT = 64;

/** As wide as the longest index can be, and the values and ties of a sample are: the same however the list is ordered. */
export function listWidths(answer: AnswerInSight): ListWidths {
  const { operand, reduction, indices } = answer;
  const candidates = reduction.axis === null ? operand.size : (operand.shape[reduction.axis] ?? 1);
  const step = Math.max(1, Math.floor(indices.size / LOOKED_AT));
  const looked = Array.from({ length: Math.min(indices.size, LOOKED_AT) }, (_, k) => winnerOf(answer, k * step));
  return {
    lane: Math.max(1, ...looked.map((winner) => laneTitle(answer, winner).length)),
    index: digits(candidates - 1),
    value: Math.min(WIDEST_VALUE, Math.max(1, ...looked.map(({ value }) => value.length))),
    ties: Math.max(1, ...looked.map(({ ties }) => (ties ?? 0).toLocaleString("en").length)),
  };
}

/** A number that is too long for its column loses digits, and never its exponent: it stands by itself. */
export function withExponent(value: string): { readonly digits: string; readonly exponent: string } {
  const at = value.search(/(?<=\d\.?)e[+-]?\d+$/iu);
  return at < 0 ? { digits: value, exponent: "" } : { digits: value.slice(0, at), exponent: value.slice(at) };
}

function digits(count: number): number {
  return String(Math.max(0, count)).length;
}
