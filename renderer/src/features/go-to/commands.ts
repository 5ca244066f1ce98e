import type { Command } from "../../state/commands.ts";
import { openDialog } from "../../state/dialogs.ts";
import { ready } from "../../state/state.ts";

export const commands: readonly Command[] = [
  {
    id: "go-to.open",
    name: "Go to",
    keys: ["Ctrl+G"],
    group: "Find",
    menu: ["cell"],
    inFields: true,
    isEnabled: ({ store }) => ready(store.getState()) !== null,
    run: (desk) => openDialog(desk, { kind: "go to" }),
  },
];
