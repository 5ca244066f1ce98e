import { shapeText } from "../../engine/shape-text.ts";
import type { EditCall } from "../../state/edits.ts";
import { answered, isReading, ready, type State } from "../../state/state.ts";

const DEEDS: Readonly<Record<EditCall, string>> = {
  edit: "Editing",
  paste: "Pasting",
  clear: "Clearing",
  undo: "Undoing",
  redo: "Redoing",
};

/** What the status line says: what is open, what is missing in it, how long things took; or what is going on. */
export function statusText(state: State): string {
  if (state.session.kind === "opening") {
    return `${isReading(state) ? "Reading" : "Opening"} ${state.session.name}: ${percent(state.session.progress)}`;
  }
  if (state.task.kind === "saving") return `Saving ${state.task.name}`;
  if (state.task.kind === "exporting") return `Writing ${state.task.name}`;
  if (state.task.kind === "editing") return DEEDS[state.task.call];
  const session = ready(state);
  if (session === null) return "Nothing is open";
  const { shape, dtype, nanCount, milliseconds } = session;
  const missing = /^(?:datetime|timedelta)/u.test(dtype) ? "NaT" : "NaN";
  const parts = [
    `${shapeText(shape)} ${dtype}`,
    `${nanCount.toLocaleString("en")} ${missing}`,
    `read in ${duration(milliseconds)}`,
  ];
  const answer = answered(state);
  if (state.reduction.kind === "running") parts.push(`${state.choice.operation}: ${percent(state.reduction.progress)}`);
  else if (answer !== null) parts.push(`${answer.reduction.operation} in ${duration(answer.milliseconds)}`);
  return parts.join(" · ");
}

/**
 * Progress that can be drawn, in 1/1000; null where nothing is under way that takes long. The engine is asked for it every
 * tenth of a second: a short reduction never shows any.
 */
export function progressOf({ session, reduction, copying, task }: State): number | null {
  if (session.kind === "opening") return session.progress;
  if ((task.kind === "saving" || task.kind === "editing") && task.progress > 0) return task.progress;
  if (copying.kind === "running" && copying.progress > 0) return copying.progress;
  return reduction.kind === "running" && reduction.progress > 0 ? reduction.progress : null;
}

function percent(thousandths: number): string {
  return `${Math.floor(thousandths / 10)} %`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 1) return "under 1 ms";
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
