import type { EditTarget } from "./edit-target.ts";
import { cellText, type Frame } from "./frame.ts";

/** The text that a person begins to edit with: as it is shown, with the file's own decimal mark. */
export function editableText(frame: Frame, { cell, row, column }: EditTarget): string {
  if (cell.label !== null) return frame.labels[cell.label]?.text(row) ?? "";
  const text = cellText(frame, row, column);
  const { point } = frame.texts ?? { point: "." };
  // Shown without the file's own text: a number as it is computed, and that with a point.
  return point === "," && /^[^,]*\.[^,.]*$/u.test(text) && !isWritten(frame, cell.place) ? text.replace(".", ",") : text;
}

function isWritten({ edits, texts }: Frame, place: number): boolean {
  return (edits?.at(null, place)?.text ?? texts?.at(place) ?? null) !== null;
}
