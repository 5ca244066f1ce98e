import type { Command } from "../../state/commands.ts";
import { fitColumn } from "./fit.ts";

/** What of the columns only the grid can do: it knows how wide text is drawn. */
export const commands: readonly Command[] = [
  {
    id: "column.fit",
    name: "Auto-size column",
    startsSection: true,
    keys: [],
    group: "Rows and columns",
    menu: ["column"],
    isEnabled: (_desk, target) => target !== null && target.column !== null && target.column >= 0,
    run: (desk, target) => {
      if (target !== null && target.column !== null && target.column >= 0) fitColumn(desk, target.column);
    },
  },
];
