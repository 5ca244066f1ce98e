import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { answered } from "../../state/state.ts";
import { jump } from "../../state/viewing.ts";
import { winnerElsewhere } from "./winner-elsewhere.ts";

/** Where the winner is that the slice in sight does not show, and the way there. */
export function Elsewhere({ desk }: { readonly desk: Desk }) {
  useStore(desk.store, answered);
  useStore(desk.store, ({ view }) => view.fixed);
  useStore(desk.store, ({ winners }) => winners.from);
  const found = winnerElsewhere(desk, desk.store.getState());
  if (found === null) return null;
  const { text, position } = found;
  return (
    <span className="elsewhere">
      <span>{text}</span>
      {position !== null && (
        <button type="button" className="button" onClick={() => jump(desk, position)}>
          Go there
        </button>
      )}
    </span>
  );
}
