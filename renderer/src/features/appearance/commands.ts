import { color, reachIn } from "../../state/coloring.ts";
import type { Command } from "../../state/commands.ts";
import { ready } from "../../state/state.ts";

const always = (): boolean => true;

/** The window's own menu hears the keys of the size: it is that of the whole page. */
export const commands: readonly Command[] = [
  {
    id: "heat",
    name: "Colour cells by their numbers",
    keys: ["Ctrl+Shift+H"],
    group: "View",
    isEnabled: (desk) => ready(desk.store.getState()) !== null,
    run: (desk) => void color(desk, reachIn(desk.store.getState()) === null ? "all" : null),
  },
  { id: "zoom.in", name: "Larger", keys: ["Ctrl+Plus"], group: "View", isEnabled: always, run: null },
  { id: "zoom.out", name: "Smaller", keys: ["Ctrl+Minus"], group: "View", isEnabled: always, run: null },
  { id: "zoom.reset", name: "As large as usual", keys: ["Ctrl+0"], group: "View", isEnabled: always, run: null },
];
