import { walkFrom } from "../../winners/walk.ts";
import { withAnswer } from "../answered.ts";
import type { Handler } from "../handler.ts";
import { shownOrderOf } from "../sight.ts";

export const walk: Handler<"walk"> = (sessions, { handle, reduction, sight, from, direction, control }) =>
  withAnswer(sessions, handle, reduction, ({ operand, indices, book }) => {
    const mayTie = book.facts === null || book.facts.lanesWithTies > 0;
    const source = { array: operand.array, axis: reduction.axis, indices, mayTie };
    return walkFrom(source, shownOrderOf(sight), from, direction, control);
  });
