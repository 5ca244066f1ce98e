import { type AnswerInSight, winnerOf } from "../../state/lane-winner.ts";

/** How wide the columns of the list are that hold numbers, in digits; the names have the rest. */
export interface ListWidths {
  readonly index: number;
  readonly value: number;
  readonly ties: number;
}

/** More digits of a value stand in the row's title. */
const WIDEST_VALUE = 12;
/** Lanes whose values are looked at, evenly over all of them. */
const LOOKED_AT = 64;

/** As wide as the longest index can be, and the values and ties of a sample are: the same however the list is ordered. */
export function listWidths(answer: AnswerInSight): ListWidths {
  const { operand, reduction, indices } = answer;
  const candidates = reduction.axis === null ? operand.size : (operand.shape[reduction.axis] ?? 1);
  const step = Math.max(1, Math.floor(indices.size / LOOKED_AT));
  const looked = Array.from({ length: Math.min(indices.size, LOOKED_AT) }, (_, k) => winnerOf(answer, k * step));
  return {
    index: digits(candidates - 1),
    value: Math.min(WIDEST_VALUE, Math.max(1, ...looked.map(({ value }) => value.length))),
    ties: Math.max(1, ...looked.map(({ ties }) => (ties ?? 0).toLocaleString("en").length)),
  };
}

/** A number too long for its column loses digits, and never its exponent: `2.78241…e-7`. */
export function fitted(value: string): string {
  const exponent = value.length > WIDEST_VALUE ? /e[+-]?\d+$/iu.exec(value)?.[0] : undefined;
  // The dots are nearly as wide as two digits.
  return exponent === undefined ? value : `${value.slice(0, WIDEST_VALUE - 2 - exponent.length)}…${exponent}`;
}

function digits(count: number): number {
  return String(Math.max(0, count)).length;
}
