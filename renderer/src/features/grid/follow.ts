import type { Desk } from "../../state/desk.ts";
import { answered, ready, type State } from "../../state/state.ts";
import { showFrom } from "../../state/viewing.ts";
import { selectionInFrame } from "./first-sight.ts";
import { frameIn } from "./selectors.ts";
import type { Surface } from "./surface.ts";

/** Keeps the grid showing what the desk's state says. Returns how to stop that. */
export function followDesk(surface: Surface, desk: Desk): () => void {
  const update = (state: State, before: State | null): void => {
    const target = before === null || differs(state, before) ? frameIn(desk, state) : null;
    if (target === null) return;
    const { rowOffset, columnOffset } = state.view;
    const offsets = { row: rowOffset, column: columnOffset };
    const spot = selectionInFrame(target, state, before);
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
    ready(state)?.handle !== ready(before)?.handle ||
    answered(state)?.serial !== answered(before)?.serial ||
    state.selection !== before.selection ||
    state.view !== before.view
  );
}
