import type { Fault } from "@argscope/core/contract/result.ts";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import type { State } from "../../state/state.ts";

/** The answer as NumPy prints it, or NumPy's refusal. */
export function Result({ desk }: { readonly desk: Desk }) {
  const reduction = useStore(desk.store, (state) => state.reduction);
  const isRefused = reduction.kind === "refused";
  return (
    <div
      className="result code"
      role="status"
      aria-label="Result"
      data-tone={isRefused ? "error" : undefined}
      data-waiting={reduction.kind === "running" ? "" : undefined}
    >
      {textOf(reduction)}
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

/** NumPy's refusals keep NumPy's name, as Python prints them. */
function refusal({ tag, name, message }: Fault): string {
  return tag === "Axis" || tag === "Value" || tag === "Type" || tag === "Index" ? `${name}: ${message}` : message;
}
