import type { Desk } from "../../state/desk.ts";
import { answered, ready, type State } from "../../state/state.ts";
import { showColumnsFrom } from "../../state/viewing.ts";
import { selectionInFrame } from "./first-sight.ts";
import { frameIn } from "./selectors.ts";
import { offsetShowing } from "./slots.ts";
import type { Surface } from "./surface.ts";

/** Keeps the grid showing what the desk's state says. Returns how to stop that. */
export function followDesk(surface: Surface, desk: Desk): () => void {
  const update = async (state: State, before: State | null): Promise<void> => {
    const frame = frameIn(desk, state);
    if (frame === null) return;
    const { columnOffset } = state.view;
    const target = selectionInFrame(frame, state, before);
    if (target !== null) {
      const offset = offsetShowing(frame, target.column, columnOffset);
      // The state says where the window over the columns stands: moving it comes back here.
      if (offset !== columnOffset) showColumnsFrom(desk, offset);
    }
    if (before === null || differs(state, before)) await surface.show(frame, desk.store.getState().view.columnOffset);
    if (target !== null) await surface.reveal(target);
  };
  const unsubscribe = desk.store.subscribe((state, before) => void update(state, before));
  void update(desk.store.getState(), null);
  return () => {
    unsubscribe();
    surface.destroy();
  };
}

function differs(state: State, before: State): boolean {
  return (
    ready(state)?.handle !== ready(before)?.handle ||
    answered(state)?.serial !== answered(before)?.serial ||
    state.view !== before.view
  );
}
