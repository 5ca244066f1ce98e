import type { Desk } from "../../state/desk.ts";
import { isAwaited } from "../../state/operand.ts";
import { answered, type State, seen } from "../../state/state.ts";
import { showFrom } from "../../state/viewing.ts";
import { selectionInFrame, whyOutOfSight } from "./first-sight.ts";
import { Patience } from "./patience.ts";
import { frameIn } from "./selectors.ts";
import type { Surface } from "./surface.ts";

/** So long a new slice waits for its answer: mostly that comes sooner, and every cell is painted once instead of twice. */
const WAIT_MS = 60;

/** Keeps the grid showing what the desk's state says. Returns how to stop that. */
export function followDesk(surface: Followed, desk: Desk): () => void {
  const patience = new Patience(WAIT_MS);
  const update = (state: State, before: State | null): void => {
    const target = before === null || differs(state, before) ? frameIn(desk, state) : null;
    if (target === null) return;
    if (target.texts) target.texts.onArrival = () => surface.repaint();
    const { rowOffset, columnOffset } = state.view;
    const offsets = { row: rowOffset, column: columnOffset };
    const spot = selectionInFrame(target, state, before);
    const why = spot?.isJump ? whyOutOfSight(target, spot) : null;
    if (why !== null) desk.store.setState({ notice: { tone: "error", text: why, action: null } });
    const wanted = spot === null ? offsets : surface.offsetsShowing(target, spot, offsets);
    // The state says where the window stands: moving it comes back here.
    if (wanted.row !== rowOffset || wanted.column !== columnOffset) showFrom(desk, wanted.row, wanted.column);
    else {
      const show = (): void => surface.show(target, offsets);
      const isOtherSlice = before !== null && state.view.fixed !== before.view.fixed;
      if (isAwaited(state) && (isOtherSlice || patience.isWaiting)) patience.runLate(show);
      else patience.run(show);
    }
  };
  const unsubscribe = desk.store.subscribe(update);
  update(desk.store.getState(), null);
  return () => {
    unsubscribe();
    patience.stop();
  };
}

/** What of a surface the desk moves. */
type Followed = Pick<Surface, "show" | "repaint" | "offsetsShowing">;

function differs(state: State, before: State): boolean {
  return (
    seen(state)?.handle !== seen(before)?.handle ||
    answered(state)?.serial !== answered(before)?.serial ||
    state.winners.facts !== before.winners.facts ||
    state.selection !== before.selection ||
    state.view !== before.view ||
    state.edits !== before.edits ||
    state.columns !== before.columns ||
    state.ordering !== before.ordering ||
    state.coloring !== before.coloring
  );
}
