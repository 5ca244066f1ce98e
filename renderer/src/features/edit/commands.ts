import type { Command } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { askEditing, canEdit, redo, undo } from "../../state/editing.ts";
import { clearSelected, cutSelected } from "../../state/pasting.ts";

const isSelected = (desk: Desk): boolean =>
  desk.store.getState().session.kind === "ready" && desk.store.getState().selected.kind !== "none";

/** What can be done to the cells, by name. */
export const commands: readonly Command[] = [
  {
    id: "edit.type",
    name: "Write over the cell",
    keys: ["0–9", "a–z"],
    group: "Edit",
    isEnabled: canEdit,
    run: null,
  },
  {
    id: "edit.cell",
    name: "Edit the cell",
    keys: ["F2"],
    group: "Edit",
    menu: ["cell"],
    startsSection: true,
    isEnabled: (desk, target) => canEdit(desk) && target !== null,
    run: (desk, target) => {
      if (target?.row != null && target.column !== null) askEditing(desk, target.row, target.column);
    },
  },
  {
    id: "edit.cut",
    name: "Cut",
    keys: ["Ctrl+X"],
    group: "Edit",
    isEnabled: (desk) => canEdit(desk) && isSelected(desk),
    run: (desk) => void cutSelected(desk),
  },
  {
    id: "edit.paste",
    name: "Paste over the cells",
    keys: ["Ctrl+V"],
    group: "Edit",
    isEnabled: isSelected,
    run: null,
  },
  {
    id: "edit.clear",
    name: "Clear",
    keys: ["Delete", "Backspace"],
    group: "Edit",
    menu: ["cell", "row"],
    isEnabled: isSelected,
    run: (desk) => void clearSelected(desk),
  },
  {
    id: "edit.undo",
    name: "Undo",
    keys: ["Ctrl+Z"],
    group: "Edit",
    menu: ["cell", "row"],
    isEnabled: (desk) => desk.store.getState().edits.undo !== null && canEdit(desk),
    run: (desk) => void undo(desk),
  },
  {
    id: "edit.redo",
    name: "Redo",
    keys: ["Ctrl+Y", "Ctrl+Shift+Z"],
    group: "Edit",
    menu: ["cell", "row"],
    isEnabled: (desk) => desk.store.getState().edits.redo !== null && canEdit(desk),
    run: (desk) => void redo(desk),
  },
];
