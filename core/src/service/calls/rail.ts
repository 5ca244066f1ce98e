import { railsOf } from "../../winners/rail.ts";
import { factsOf, withAnswer } from "../answered.ts";
import type { Handler } from "../handler.ts";
import { shownOrderOf } from "../sight.ts";

export const rail: Handler<"rail"> = (sessions, { handle, reduction, sight, buckets, ties, control }) =>
  withAnswer(sessions, handle, reduction, (answered) => {
    const { operand, indices } = answered;
    const facts = ties ? factsOf(answered, reduction, control) : null;
    const counts = facts === null || facts.lanesWithTies === 0 ? null : (facts.ties.data as Uint32Array);
    return railsOf(
      { array: operand.array, axis: reduction.axis, indices, ties: counts },
      shownOrderOf(sight),
      buckets,
      control,
    );
  });
