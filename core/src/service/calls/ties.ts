import { runnersUp } from "../../winners/runner-up.ts";
import { factsOf, withAnswer } from "../answered.ts";
import type { Handler } from "../handler.ts";
import { sharedArray } from "../shared.ts";

export const ties: Handler<"ties"> = (sessions, { handle, reduction, control }) =>
  withAnswer(sessions, handle, reduction, (answered) => {
    const { operand, book } = answered;
    const facts = factsOf(answered, reduction, control);
    const { operation, axis, nan } = reduction;
    // Where no NaN can have won nobody asks who would have without it.
    if (facts.lanesWithNan > 0 && nan === "numpy") {
      book.runnersUp ??= runnersUp(operation, operand.array, axis, control);
    }
    return {
      counts: sharedArray(facts.ties),
      nan: facts.nan === null ? null : sharedArray(facts.nan),
      runnersUp: book.runnersUp === null ? null : sharedArray(book.runnersUp),
      lanesWithTies: facts.lanesWithTies,
      lanesWithNan: facts.lanesWithNan,
    };
  });
