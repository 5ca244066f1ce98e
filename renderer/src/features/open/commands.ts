import type { Command } from "../../state/commands.ts";
import { chooseReading, subjectOf } from "../../state/importing.ts";
import { pickAndOpen } from "../../state/opening.ts";

export const commands: readonly Command[] = [
  {
    id: "open",
    name: "Open a file…",
    keys: ["Ctrl+O"],
    group: "File",
    inFields: true,
    isEnabled: ({ store }) => store.getState().importing.kind === "closed",
    run: (desk) => void pickAndOpen(desk),
  },
  {
    id: "import-options",
    name: "Import options…",
    keys: ["Ctrl+Shift+O"],
    group: "File",
    isEnabled: ({ store }) => store.getState().importing.kind === "closed" && subjectOf(store.getState()) !== null,
    run: (desk) => void chooseReading(desk),
  },
];
