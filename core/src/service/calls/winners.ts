import { laneList } from "../../winners/lane-list.ts";
import { factsOf, withAnswer } from "../answered.ts";
import type { Handler } from "../handler.ts";
import type { OperandReading } from "../operands.ts";
import { sharedArray } from "../shared.ts";

export const winners: Handler<"winners"> = (sessions, { handle, reduction, order, control }) =>
  withAnswer(sessions, handle, reduction, (answered) => {
    const { operand, indices, book } = answered;
    let listed = book.list(order);
    if (listed === undefined) {
      const facts = factsOf(answered, reduction, control);
      const lanes = laneList(
        { array: operand.array, axis: reduction.axis, indices, facts, label: labelsAlong(operand, reduction.axis) },
        order,
        control,
      );
      listed = { order, lanes };
      book.addList(listed);
    }
    const { lanes } = listed;
    return { count: lanes === null ? indices.size : lanes.size, lanes: lanes === null ? null : sharedArray(lanes) };
  });

/** The file's words along an axis of a table or a vector. */
function labelsAlong({ array, columns, labels }: OperandReading, axis: number | null): ((index: number) => string) | null {
  const [rows] = labels;
  if (array.ndim > 2 || axis === null) return null;
  if (axis === 1) return columns.length === 0 ? null : (index) => columns[index] ?? "";
  return rows === undefined ? null : (index) => rows.text(index);
}
