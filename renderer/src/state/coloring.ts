import type { ScaleReach } from "@argscope/core/contract/scaling.ts";
import { sliceIn } from "./arranging.ts";
import type { Desk } from "./desk.ts";
import type { OrderedSlice } from "./ordering.ts";
import { planeIn } from "./plane.ts";
import { type State, seen } from "./state.ts";

/** Cells coloured by their numbers. What the colours reach over is on the shelf, under `serial`. */
export type Coloring =
  | { readonly kind: "off" }
  /** `last` is what the grid goes on showing. */
  | { readonly kind: "asked"; readonly reach: ScaleReach; readonly last: Colored | null }
  | { readonly kind: "on"; readonly colored: Colored };

export interface Colored extends OrderedSlice {
  readonly serial: number;
  readonly reach: ScaleReach;
}

/** What the cells that are shown are coloured by: never what was found of another array or slice. */
export function coloredIn(state: State): Colored | null {
  const { coloring } = state;
  const colored = coloring.kind === "on" ? coloring.colored : coloring.kind === "asked" ? coloring.last : null;
  const slice = sliceIn(state);
  return colored !== null && slice !== null && colored.handle === slice.handle && colored.fixed === slice.fixed
    ? colored
    : null;
}

/** What was chosen; null: no colours. */
export function reachIn({ coloring }: Pick<State, "coloring">): ScaleReach | null {
  if (coloring.kind === "off") return null;
  return coloring.kind === "on" ? coloring.colored.reach : coloring.reach;
}

/** Colours the cells by their numbers, all by one scale or each column or row by its own; null: not at all. */
export async function color(desk: Desk, reach: ScaleReach | null): Promise<void> {
  const { store, engine, shelf } = desk;
  const state = store.getState();
  const slice = sliceIn(state);
  const cells = planeIn(desk, state)?.shared.cells ?? null;
  if (reach === null || slice === null || cells === null) {
    engine.cancel("scale");
    store.setState({ coloring: { kind: "off" } });
    return;
  }
  const asked: Coloring = { kind: "asked", reach, last: coloredIn(state) };
  store.setState({ coloring: asked });
  const answer = await engine.ask("scale", { handle: slice.handle, cells, reach }, { replaces: true });
  if (store.getState().coloring !== asked) return;
  if (answer.ok) {
    const serial = shelf.putScale(slice.handle, answer.value);
    store.setState({ coloring: { kind: "on", colored: { ...slice, serial, reach } } });
    return;
  }
  const { tag, message } = answer.fault;
  store.setState({
    coloring: { kind: "off" },
    ...(tag === "Cancelled" ? {} : { notice: { tone: "error" as const, text: message, action: null } }),
  });
}

/** Another slice, another view and other numbers get a scale of their own. Returns how to stop. */
export function watchColors(desk: Desk): () => void {
  return desk.store.subscribe((state, before) => {
    const isOther =
      state.view.fixed !== before.view.fixed || state.edits !== before.edits || seen(state)?.handle !== seen(before)?.handle;
    const reach = reachIn(state);
    if (isOther && reach !== null) void color(desk, reach);
  });
}
