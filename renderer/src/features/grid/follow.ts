import type { Desk } from "../../state/desk.ts";
import { answered, type State, seen } from "../../state/state.ts";
import { showFrom } from "../../state/viewing.ts";
import { selectionInFrame, whyOutOfSight } from "./first-sight.ts";
import { frameIn } from "./selectors.ts";
import type { Surface } from "./surface.ts";

/** Keeps the grid showing what the desk's state says. Returns how to stop that. */
export function followDesk(surface: Surface, desk: Desk): () => void {
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
    else surface.show(target, offsets);
  };
  const unsubscribe = desk.store.subscribe(update);
  update(desk.store.getState(), null);
  return unsubscribe;
}

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
