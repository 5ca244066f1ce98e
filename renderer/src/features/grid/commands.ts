import type { Command } from "../../state/commands.ts";
import { autoSizeColumn, columnMeant, widenColumn } from "./widening.ts";

const base = { group: "Rows and columns", menu: ["column"] } as const;

/** What of the columns only the grid can do: it knows how wide text is drawn. The keys are those of other spreadsheets and grids. */
export const commands: readonly Command[] = [
  {
    ...base,
    id: "column.fit",
    name: "Auto-size column",
    startsSection: true,
    keys: ["Alt+Shift+Right"],
    isEnabled: (desk, target) => columnMeant(desk, target) !== null,
    run: autoSizeColumn,
  },
  {
    ...base,
    id: "column.wider",
    name: "Wider column",
    keys: ["Alt+Right"],
    isEnabled: (desk, target) => columnMeant(desk, target) !== null,
    run: (desk, target) => widenColumn(desk, target, 1),
  },
  {
    ...base,
    id: "column.narrower",
    name: "Narrower column",
    keys: ["Alt+Left"],
    isEnabled: (desk, target) => columnMeant(desk, target) !== null,
    run: (desk, target) => widenColumn(desk, target, -1),
  },
];
