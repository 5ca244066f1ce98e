import type { Fault } from "@argscope/core/contract/result.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";

/** What is open. The arrays themselves are on the shelf, under `handle`. */
export interface Ready {
  readonly kind: "ready";
  readonly handle: number;
  readonly name: string;
  readonly source: "table" | "array";
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly nanCount: number;
  readonly receipt: readonly string[];
  /** Time of the opening. */
  readonly milliseconds: number;
}

export interface Empty {
  readonly kind: "empty";
}

/** Nothing is open, and what was tried last could not be. */
export interface Failed {
  readonly kind: "failed";
  readonly name: string;
  readonly fault: Fault;
}

export type Settled = Empty | Ready | Failed;

/** `before` is what the window shows meanwhile, and again when the opening is cancelled. `progress` in 1/1000. */
export interface Opening {
  readonly kind: "opening";
  readonly serial: number;
  readonly name: string;
  readonly progress: number;
  readonly before: Settled;
}

export type Session = Settled | Opening;

/** An answer as the page words it; its indices are on the shelf, under `serial`. */
export interface Answered {
  readonly serial: number;
  readonly reduction: Reduction;
  readonly text: string;
  readonly milliseconds: number;
}

/** `last` is what the grid goes on showing until the new answer is there. */
export type ReductionState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly progress: number; readonly last: Answered | null }
  | { readonly kind: "done"; readonly answer: Answered }
  | { readonly kind: "refused"; readonly asked: Reduction; readonly fault: Fault };

/**
 * Which part of the array the grid shows. `fixed`: the position along each dimension before the last two; the offsets: the
 * row and the column of that slice at the top left.
 */
export interface View {
  readonly fixed: readonly number[];
  readonly rowOffset: number;
  readonly columnOffset: number;
}

/** A cell that someone jumped to: its full index, one number per dimension. A new serial is a new jump. */
export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "cell"; readonly index: readonly number[]; readonly serial: number };

export type NoticeAction = "open" | "restart";

/** One sentence at the edge of the window, with at most one thing to do about it. */
export interface Notice {
  readonly tone: "error" | "done";
  readonly text: string;
  readonly action: NoticeAction | null;
}

export type Task = { readonly kind: "idle" } | { readonly kind: "exporting"; readonly name: string };

export interface State {
  readonly session: Session;
  /** What the controls say. */
  readonly choice: Reduction;
  readonly reduction: ReductionState;
  readonly view: View;
  readonly selection: Selection;
  readonly task: Task;
  readonly notice: Notice | null;
  readonly engine: "running" | "stopped";
}

export const initial: State = {
  session: { kind: "empty" },
  choice: { operation: "argmin", axis: null, nan: "numpy", keepdims: false },
  reduction: { kind: "none" },
  view: { fixed: [], rowOffset: 0, columnOffset: 0 },
  selection: { kind: "none" },
  task: { kind: "idle" },
  notice: null,
  engine: "running",
};

/** What the window shows: during an opening, what was there before. */
export function shown({ session }: Pick<State, "session">): Settled {
  return session.kind === "opening" ? session.before : session;
}

/** The array that the window shows, if there is one. */
export function ready(state: Pick<State, "session">): Ready | null {
  const session = shown(state);
  return session.kind === "ready" ? session : null;
}

/** The answer that the grid paints. */
export function answered({ reduction }: Pick<State, "reduction">): Answered | null {
  if (reduction.kind === "done") return reduction.answer;
  return reduction.kind === "running" ? reduction.last : null;
}
