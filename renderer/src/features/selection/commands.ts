import type { Command } from "../../state/commands.ts";
import { copySelection } from "../../state/copying.ts";
import type { Desk } from "../../state/desk.ts";
import { selectWhole } from "../../state/selecting.ts";
import { reduceSelection, selectionOperand } from "../../state/selection-operand.ts";
import { ready } from "../../state/state.ts";
import { isTextMarked } from "./marked-text.ts";

const isOpen = ({ store }: Desk): boolean => ready(store.getState()) !== null;
const isSelected = (desk: Desk): boolean => isOpen(desk) && desk.store.getState().selected.kind !== "none";
/** Text that is marked elsewhere in the window is what a person means to copy. */
const isCopied = (desk: Desk): boolean => isSelected(desk) && !isTextMarked();

const named = (id: string, name: string, ...keys: string[]): Command => ({
  id,
  name,
  keys,
  group: "Select and copy",
  isEnabled: isSelected,
  run: null,
});

/** What is done with a selection, and the keys that make one. */
export const commands: readonly Command[] = [
  {
    id: "selection.copy",
    name: "Copy",
    keys: ["Ctrl+C"],
    group: "Select and copy",
    menu: ["cell", "row", "column"],
    startsSection: true,
    isEnabled: isCopied,
    run: (desk) => void copySelection(desk, "tsv"),
  },
  {
    id: "selection.copy-with-headers",
    name: "Copy with headers",
    keys: ["Ctrl+Shift+C"],
    group: "Select and copy",
    menu: ["cell", "row", "column"],
    isEnabled: isCopied,
    run: (desk) => void copySelection(desk, "tsv with headers"),
  },
  {
    id: "selection.copy-as-numpy",
    name: "Copy as NumPy",
    keys: [],
    group: "Select and copy",
    menu: ["cell", "row", "column"],
    isEnabled: isCopied,
    run: (desk) => void copySelection(desk, "numpy"),
  },
  {
    id: "selection.reduce",
    name: "Argmin or argmax of the selection",
    keys: ["Ctrl+Enter"],
    group: "Select and copy",
    menu: ["cell", "row", "column"],
    isEnabled: (desk) => selectionOperand(desk, desk.store.getState()).kind === "operand",
    run: (desk) => void reduceSelection(desk),
  },
  {
    id: "selection.all",
    name: "Select everything",
    keys: ["Ctrl+A"],
    group: "Select and copy",
    isEnabled: isOpen,
    run: (desk) => selectWhole(desk, "all"),
  },
  named("selection.column", "Select the column", "Ctrl+Space"),
  named("selection.row", "Select the row", "Shift+Space"),
  named("selection.extend", "Select up to there", "Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
  named("selection.extend-far", "Select up to the edge of the data", "Ctrl+Shift+Up", "Ctrl+Shift+Down"),
  named("selection.extend-end", "Select up to the start or the end", "Ctrl+Shift+Home", "Ctrl+Shift+End"),
];
