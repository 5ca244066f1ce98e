import type { Command } from "../../state/commands.ts";
import { openDialog } from "../../state/dialogs.ts";

const always = (): boolean => true;

/** What the keys do in the grid by themselves, and how to see all of them. */
export const commands: readonly Command[] = [
  {
    id: "move.cell",
    name: "To the next cell",
    keys: ["Up", "Down", "Left", "Right"],
    group: "Move",
    isEnabled: always,
    run: null,
  },
  {
    id: "move.edge",
    name: "To the edge of the array",
    keys: ["Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right"],
    group: "Move",
    isEnabled: always,
    run: null,
  },
  { id: "move.page", name: "A page up or down", keys: ["PageUp", "PageDown"], group: "Move", isEnabled: always, run: null },
  { id: "move.row", name: "To the first or last column", keys: ["Home", "End"], group: "Move", isEnabled: always, run: null },
  {
    id: "move.corner",
    name: "To the first or last cell",
    keys: ["Ctrl+Home", "Ctrl+End"],
    group: "Move",
    isEnabled: always,
    run: null,
  },
  {
    id: "menu.open",
    name: "What can be done here",
    keys: ["Shift+F10", "ContextMenu"],
    group: "Move",
    isEnabled: always,
    run: null,
  },
  {
    id: "keyboard.show",
    name: "Keyboard",
    keys: ["F1"],
    group: "View",
    inFields: true,
    isEnabled: always,
    run: (desk) => openDialog(desk, { kind: "keyboard" }),
  },
];
