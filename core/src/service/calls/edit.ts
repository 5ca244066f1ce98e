import { keyOf } from "../../edits/cell-key.ts";
import { counted, editing } from "../editing.ts";
import type { Handler } from "../handler.ts";

export const edit: Handler<"edit"> = (sessions, { handle, changes, ...asking }) => {
  return editing(sessions, handle, asking, (edits, manner) => {
    const texts = changes.flatMap((change) => change.texts);
    const keys = Float64Array.from(
      changes.flatMap(({ label, places }) => places.map((place) => keyOf(label, place, edits.labelRows))),
    );
    const each = (visit: (k: number, text: string) => void): void => texts.forEach((text, k) => void visit(k, text));
    return edits.apply({ keys, each }, `edit of ${counted(keys.length, "cell")}`, manner);
  });
};

export const undo: Handler<"undo"> = (sessions, { handle, ...asking }) =>
  editing(sessions, handle, asking, (edits, manner) => edits.undo(manner));

export const redo: Handler<"redo"> = (sessions, { handle, ...asking }) =>
  editing(sessions, handle, asking, (edits, manner) => edits.redo(manner));

export const withdraw: Handler<"withdraw"> = (sessions, { handle, ...asking }) => {
  const { views, ...now } = editing(sessions, handle, asking, (edits, { ticket }) => edits.withdraw(ticket));
  // The page never heard that any cell had changed.
  return { ...now, views: views.map((view) => ({ ...view, nanDelta: 0 })) };
};
