import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { shown } from "../../state/state.ts";
import { ImportButton } from "./ImportButton.tsx";

/** Why what was tried last is not open, where it would be; and what may help. */
export function Failure({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, shown);
  if (session.kind !== "failed") return null;
  const { name, fault } = session;
  return (
    <div className="failure">
      <p role="alert">
        {name !== "" && !fault.message.includes(name) && <strong>{name}: </strong>}
        {fault.message}
      </p>
      <ImportButton desk={desk} />
    </div>
  );
}
