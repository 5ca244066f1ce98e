import type { Command } from "../../state/commands.ts";
import { chooseOperand } from "../../state/operand.ts";
import { reduceSlice, reducesSlice, swapRowsAndColumns } from "../../state/slicing.ts";
import { ready } from "../../state/state.ts";

export const commands: readonly Command[] = [
  {
    id: "mapper.swap",
    name: "Swap rows and columns",
    keys: ["Alt+T"],
    group: "Rows and columns",
    inFields: true,
    menu: ["cell", "column", "row"],
    startsSection: true,
    isEnabled: ({ store }) => (ready(store.getState())?.shape.length ?? 0) > 1,
    run: swapRowsAndColumns,
  },
  {
    id: "mapper.slice",
    name: "Reduce this slice only, or all",
    keys: ["Alt+S"],
    group: "View",
    isEnabled: ({ store }) => (ready(store.getState())?.shape.length ?? 0) > 2,
    run: (desk) => void reduceSlice(desk, !reducesSlice(desk.store.getState())),
  },
  {
    id: "mapper.back",
    name: "Back to all of a",
    keys: ["Alt+A"],
    group: "View",
    isEnabled: ({ store }) => store.getState().choice.of !== "a",
    run: (desk) => void chooseOperand(desk, "a"),
  },
];
