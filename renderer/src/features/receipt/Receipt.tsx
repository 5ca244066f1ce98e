import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { ready } from "../../state/state.ts";

/** What was decided while reading, in sentences. */
export function Receipt({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  if (session === null) return null;
  const { source, receipt, name } = session;
  return (
    <div className="receipt">
      <p>
        {name} was read as {source === "table" ? "a table" : "an array"}.
      </p>
      {receipt.length === 0 ? (
        <p className="hint">Nothing in it had to be decided or changed.</p>
      ) : (
        <ol>
          {receipt.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
