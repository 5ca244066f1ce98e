import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { chooseOperand } from "../../state/operand.ts";
import { ready } from "../../state/state.ts";

/** What is shown in the array's place, and which part of it is reduced; each with the way back. */
export function Showing({ desk }: { readonly desk: Desk }) {
  const shown = useStore(desk.store, (state) => ready(state)?.of ?? "a");
  const of = useStore(desk.store, ({ choice }) => choice.of);
  return (
    <>
      {shown !== "a" && <Chip verb="Showing" text={shown} back="Back to a" onBack={() => void chooseOperand(desk, "a")} />}
      {of !== shown && (
        <Chip verb="Reducing" text={of} back={`All of ${shown}`} onBack={() => void chooseOperand(desk, shown)} />
      )}
    </>
  );
}

function Chip(props: { readonly verb: string; readonly text: string; readonly back: string; readonly onBack: () => void }) {
  const { verb, text, back, onBack } = props;
  return (
    <span className="chip">
      <span className="chip-text" title={text}>
        {verb} <span className="code">{text}</span>
      </span>
      <button type="button" className="chip-close" aria-label={back} title={back} onClick={onBack}>
        ✕
      </button>
    </span>
  );
}
