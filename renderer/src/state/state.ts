import type { Fault } from "@argscope/core/contract/result.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import type { Region } from "@argscope/core/expression/index.ts";
import type { Coloring } from "./coloring.ts";
import type { ColumnSets } from "./columns.ts";
import type { Menu } from "./commands.ts";
import type { Copying } from "./copying.ts";
import { type EditCall, type Editing, type EditsState, noEdits } from "./edits.ts";
import type { Finding } from "./finding.ts";
import type { Importing } from "./importing.ts";
import type { OrderingState } from "./ordering.ts";
import type { Saving } from "./saves.ts";
import type { Selected } from "./selected.ts";
import type { Empty, Ready, Session, Settled } from "./session.ts";
import type { Summary } from "./statistics.ts";
import type { Selection, View } from "./view.ts";
import { noWinners, type WinnersState } from "./winners-state.ts";

/** An answer as the page words it; its indices are on the shelf, under `serial`. */
export interface Answered {
  readonly serial: number;
  readonly reduction: Reduction;
  /** What was reduced of the array that is shown. */
  readonly region: Region;
  readonly text: string;
  readonly milliseconds: number;
}

/** `last` is what the grid goes on showing until the new answer is there. */
export type ReductionState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly progress: number; readonly last: Answered | null }
  | { readonly kind: "done"; readonly answer: Answered }
  | { readonly kind: "refused"; readonly asked: Reduction; readonly fault: Fault };

/** Which dialog is open, of those that commands open. `column` as in a `Target`. */
export type DialogState =
  | { readonly kind: "none" | "keyboard" | "go to" | "columns" }
  | { readonly kind: "filter" | "format"; readonly column: number };

export type NoticeAction = "open" | "restart" | "options";

/** One sentence at the edge of the window, with at most one thing to do about it. */
export interface Notice {
  readonly tone: "error" | "done";
  readonly text: string;
  readonly action: NoticeAction | null;
}

export type Task =
  | { readonly kind: "idle" }
  | { readonly kind: "exporting"; readonly name: string }
  | { readonly kind: "saving"; readonly name: string; readonly progress: number }
  | { readonly kind: "editing"; readonly call: EditCall; readonly ticket: number; readonly progress: number };

/**
 * What was asked beyond the controls, such as a minimum: they say what finds it. It holds as long as they say that (`over`).
 */
export type FormulaState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly text: string; readonly over: Reduction }
  | { readonly kind: "done"; readonly text: string; readonly over: Reduction; readonly value: string }
  | { readonly kind: "refused"; readonly text: string; readonly over: Reduction; readonly fault: Fault };

export interface State {
  readonly session: Session;
  /** What the controls say. */
  readonly choice: Reduction;
  readonly reduction: ReductionState;
  readonly formula: FormulaState;
  readonly view: View;
  readonly selection: Selection;
  readonly selected: Selected;
  readonly summary: Summary;
  readonly copying: Copying;
  readonly finding: Finding;
  readonly editing: Editing;
  readonly edits: EditsState;
  readonly saving: Saving;
  readonly winners: WinnersState;
  readonly ordering: OrderingState;
  readonly columns: ColumnSets;
  readonly coloring: Coloring;
  readonly menu: Menu;
  readonly dialog: DialogState;
  readonly importing: Importing;
  readonly task: Task;
  readonly notice: Notice | null;
  /** A sentence for screen readers alone; empty: none. */
  readonly announcement: string;
  readonly engine: "running" | "stopped";
}

export const initial: State = {
  session: { kind: "empty" },
  choice: { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" },
  reduction: { kind: "none" },
  formula: { kind: "none" },
  view: { rowAxis: null, columnAxis: null, fixed: [], rowOffset: 0, columnOffset: 0 },
  selection: { kind: "none" },
  selected: { kind: "none" },
  summary: { kind: "none" },
  copying: { kind: "idle" },
  finding: { kind: "closed", sought: { text: "", matchCase: false } },
  editing: { kind: "none", onward: "stay" },
  edits: noEdits,
  saving: { kind: "closed" },
  winners: noWinners,
  ordering: { kind: "none" },
  columns: new Map(),
  coloring: { kind: "off" },
  menu: { kind: "closed" },
  dialog: { kind: "none" },
  importing: { kind: "closed", tried: null },
  task: { kind: "idle" },
  notice: null,
  announcement: "",
  engine: "running",
};

const nothing: Empty = { kind: "empty" };

/** What the window shows and works on: during an opening what was there before, until the first rows are there. */
export function shown({ session }: Pick<State, "session">): Settled {
  if (session.kind !== "opening") return session;
  return session.first === null ? session.before : nothing;
}

/** What the grid shows: of a file that is still being read the first rows, which can be looked at and no more. */
export function seen(state: Pick<State, "session">): Ready | null {
  const { session } = state;
  return session.kind === "opening" && session.first !== null ? session.first.rows : ready(state);
}

/** Whether what the grid shows are the first rows of a file that is still being read. */
export function isReading({ session }: Pick<State, "session">): boolean {
  return session.kind === "opening" && session.first !== null;
}

/** The array that the window shows, if there is one. */
export function ready(state: Pick<State, "session">): Ready | null {
  const session = shown(state);
  return session.kind === "ready" ? session : null;
}

/** What was asked beyond the controls, as long as it stands. */
export function asked({ formula, choice }: Pick<State, "formula" | "choice">): Exclude<FormulaState, { kind: "none" }> | null {
  return formula.kind !== "none" && formula.over === choice ? formula : null;
}

/** The answer that the grid paints. */
export function answered({ reduction, session }: Pick<State, "reduction" | "session">): Answered | null {
  if (isReading({ session })) return null;
  if (reduction.kind === "done") return reduction.answer;
  return reduction.kind === "running" ? reduction.last : null;
}
