import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { shown } from "../../state/state.ts";
import { capacityText } from "./capacity-text.ts";
import { ImportButton } from "./ImportButton.tsx";

/** Why what was tried last is not open, where it would be; and what may help. */
export function Failure({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, shown);
  if (session.kind !== "failed") return null;
  const { name, fault } = session;
  const capacity = capacityText(fault);
  return (
    <div className="failure">
      <div role="alert">
        <p>
          {name !== "" && !fault.message.includes(name) && <strong>{name}: </strong>}
          {fault.message}
        </p>
        {capacity !== null && <p>{capacity}</p>}
      </div>
      <ImportButton desk={desk} />
    </div>
  );
}
