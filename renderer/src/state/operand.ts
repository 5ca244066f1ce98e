import type { Reduction } from "@argscope/core/contract/worker.ts";
import { ExpressionError, type Operand, operandOf, type Region } from "@argscope/core/expression/index.ts";
import type { Desk } from "./desk.ts";
import { reduce, rootArray } from "./reducing.ts";
import { type Ready, rootOf } from "./session.ts";
import { answered, initial, ready, type State } from "./state.ts";
import type { View } from "./view.ts";
import { firstView, isShown } from "./viewing.ts";

/**
 * Asks of another view of `a`, and shows it: a region of what is shown is marked in place, any other view takes the array's place.
 *
 * @param text   of the view, in the language of the formula bar: `a`, `a[10:500, 2:5]`, `a[::-1].T`.
 * @param change what the controls say beside it; the axis is that of the view.
 * @param formula what is asked beyond the controls, such as `np.max(a, axis=0)`; else the answer is theirs.
 * @param from    the slice that is shown with it; else the one in sight.
 */
export async function chooseOperand(
  desk: Desk,
  text: string,
  change: Partial<Reduction> = {},
  formula: string | null = null,
  from: View | null = null,
): Promise<void> {
  const { store } = desk;
  const session = ready(store.getState());
  if (session === null) return;
  let operand: Operand;
  try {
    operand = operandOf(text, rootArray(session));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    store.setState({ notice: { tone: "error", text: error.message, action: null } });
    return;
  }
  const shown: Partial<Shown> | null = operand.base === session.of ? {} : await baseShown(desk, session, operand.base);
  if (shown === null) return;
  const before = store.getState().choice;
  const axis = fitting(change.axis === undefined ? before.axis : change.axis, operand.shape.length);
  const choice = { ...before, ...change, axis, of: operand.text };
  const asked = formula === null ? initial.formula : { kind: "running" as const, text: formula, over: choice };
  const view = regionInSight(shown.view ?? from ?? store.getState().view, operand.region);
  store.setState({ ...shown, view, choice, formula: asked });
  if (session.root !== null && shown.session !== undefined) {
    desk.shelf.drop(session.handle);
    void desk.engine.free(session.handle);
  }
  await reduce(desk);
}

/** Whether another view is asked of than the one in hand answers: what that says of where the region lies holds no more. */
export function isAwaited(state: State): boolean {
  const answer = answered(state);
  return answer !== null && answer.reduction.of !== state.choice.of;
}

/**
 * The text of a region of what is shown, for `chooseOperand`: `a[::-1].T` with the index `0:3` is `a[::-1].T[0:3]`.
 *
 * @param index what stands between the brackets; plain slices and whole numbers.
 */
export function regionText({ of }: Pick<Ready, "of">, index: string): string {
  return `${of}[${index}]`;
}

/** The slice that holds some of a region: where the one in sight does, that one. */
function regionInSight(view: View, region: Region): View {
  const fixed = view.fixed.map((position, dimension) => {
    const taken = region[dimension];
    if (taken === undefined || isShown(view, dimension)) return position;
    const isIn = taken.count === 0 || (position >= taken.start && position < taken.start + taken.count);
    return isIn ? position : taken.start;
  });
  return fixed.every((position, dimension) => position === view.fixed[dimension]) ? view : { ...view, fixed };
}

/** An axis that the view has not becomes one that it has. */
function fitting(axis: number | null, ndim: number): number | null {
  if (axis === null || axis < ndim) return axis;
  return ndim >= 2 ? 0 : null;
}

type Shown = Pick<State, "session" | "view" | "reduction" | "selection" | "selected">;

/** The state in which another view stands in the array's place, or `a` itself; null where it cannot be had, or something newer came. */
async function baseShown({ store, engine, shelf }: Desk, session: Ready, base: string): Promise<Shown | null> {
  // Its count of NaN is that of now: cells may be edited while the view is made.
  const current = (): Ready | null => {
    const now = store.getState().session;
    return now.kind === "ready" && now.handle === session.handle ? now : null;
  };
  engine.cancel("reduce");
  if (base === "a") return shownFirst(rootOf(session));
  const answer = await engine.ask("view", { handle: rootOf(session).handle, of: base }, { replaces: true });
  const now = current();
  if (!answer.ok) {
    const { tag, message } = answer.fault;
    if (now !== null && tag !== "Cancelled") store.setState({ notice: { tone: "error", text: message, action: null } });
    return null;
  }
  const { handle, array, nanCount } = answer.value;
  if (now === null) {
    // Where the file has gone meanwhile the view went with it, and there is nothing left to free.
    void engine.free(handle);
    return null;
  }
  const root = rootOf(now);
  shelf.putView(handle, { root: root.handle, of: base }, array);
  return shownFirst({ ...root, handle, source: "array", shape: array.shape, dtype: array.dtype, nanCount, of: base, root });
}

function shownFirst(session: Ready): Shown {
  const { reduction, selection, selected } = initial;
  return { session, view: firstView(viewName(session)), reduction, selection, selected };
}

/** A view is another array than its file, and its mapping is remembered by itself. */
function viewName({ name, of, shape }: Ready): { name: string; shape: readonly number[] } {
  return { name: of === "a" ? name : `${name} ${of}`, shape };
}
