import type { Fault } from "@argscope/core/contract/result.ts";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { asked, isReading, type State } from "../../state/state.ts";

/** The answer as NumPy prints it, or NumPy's refusal. */
export function Result({ desk }: { readonly desk: Desk }) {
  const reduction = useStore(desk.store, (state) => state.reduction);
  const formula = useStore(desk.store, asked);
  const isRest = useStore(desk.store, isReading);
  const { kind } = formula ?? reduction;
  return (
    <div
      className="result code"
      role="status"
      aria-label="Result"
      data-tone={kind === "refused" ? "error" : undefined}
      data-waiting={kind === "running" ? "" : undefined}
    >
      {isRest ? "" : formula === null ? textOf(reduction) : formulaText(formula)}
    </div>
  );
}

function textOf(reduction: State["reduction"]): string {
  switch (reduction.kind) {
    case "none":
      return "";
    case "running":
      return reduction.last?.text ?? "";
    case "done":
      return reduction.answer.text;
    case "refused":
      return refusal(reduction.fault);
  }
}

function formulaText(formula: State["formula"]): string {
  if (formula.kind === "done") return formula.value;
  return formula.kind === "refused" ? refusal(formula.fault) : "";
}

/** NumPy's refusals keep NumPy's name, as Python prints them. */
function refusal({ tag, name, message }: Fault): string {
  return tag === "Axis" || tag === "Value" || tag === "Type" || tag === "Index" ? `${name}: ${message}` : message;
}
