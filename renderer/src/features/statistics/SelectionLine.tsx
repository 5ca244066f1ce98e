import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { isSingle } from "../../state/selected.ts";
import { reduceSelection, selectionOperand } from "../../state/selection-operand.ts";
import type { State } from "../../state/state.ts";
import { extentText, statisticsParts } from "./words.ts";

/** What is selected, what it holds, and what can be asked of it. */
export function SelectionLine({ desk }: { readonly desk: Desk }) {
  const text = useStore(desk.store, (state) => lineText(state, false));
  const full = useStore(desk.store, (state) => lineText(state, true));
  const operation = useStore(desk.store, ({ choice }) => choice.operation);
  const canReduce = useStore(desk.store, (state) => hasSelection(state) && selectionOperand(desk, state).kind === "operand");
  return (
    <>
      <div className="selection-line" role="status" aria-label="Selection" title={full}>
        {text}
      </div>
      {canReduce && (
        <Button onPress={() => void reduceSelection(desk)}>
          {operation === "argmin" ? "Argmin" : "Argmax"} of the selection
        </Button>
      )}
    </>
  );
}

function hasSelection({ selected }: State): boolean {
  return selected.kind === "ranges" && !isSingle(selected.ranges);
}

function lineText(state: State, full: boolean): string {
  const { selected, summary, copying } = state;
  const copied = copiedText(copying);
  if (selected.kind === "none" || !hasSelection(state)) return copied;
  const parts = [extentText(selected.ranges), ...summaryParts(summary, full), copied];
  return parts.filter((part) => part !== "").join(" · ");
}

function summaryParts(summary: State["summary"], full: boolean): string[] {
  switch (summary.kind) {
    case "none":
      return [];
    case "running":
      return [`adding up ${Math.floor(summary.done / 10)} %`];
    case "done":
      return statisticsParts(summary.statistics, full);
    case "too many":
      return [`${summary.cells.toLocaleString("en")} cells, too many to add up`];
    case "failed":
      return [summary.fault.message];
  }
}

const FORMATS = { tsv: "", "tsv with headers": " with headers", numpy: " as NumPy" } as const;

function copiedText(copying: State["copying"]): string {
  if (copying.kind === "idle") return "";
  if (copying.kind === "running") return "copying";
  const { rows, columns, format } = copying;
  return `copied ${rows.toLocaleString("en")} × ${columns.toLocaleString("en")}${FORMATS[format]}`;
}
