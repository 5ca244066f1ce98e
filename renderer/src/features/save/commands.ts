import type { Command } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { askForm, save } from "../../state/saving.ts";
import { ready } from "../../state/state.ts";

const isOpen = ({ store }: Desk): boolean => ready(store.getState()) !== null;

/** What can be done with the file, by name. */
export const commands: readonly Command[] = [
  {
    id: "file.save",
    name: "Save",
    keys: ["Ctrl+S"],
    group: "File",
    inFields: true,
    isEnabled: isOpen,
    run: (desk) => void save(desk),
  },
  {
    id: "file.saveAs",
    name: "Save as…",
    keys: ["Ctrl+Shift+S"],
    group: "File",
    inFields: true,
    isEnabled: isOpen,
    run: (desk) => void askForm(desk),
  },
];
