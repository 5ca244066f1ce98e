import { useStore } from "zustand";
import type { Desk } from "../state/desk.ts";

/** What a key has changed, for screen readers alone: who sees the window sees it there. */
export function Announcement({ desk }: { readonly desk: Desk }) {
  const text = useStore(desk.store, ({ announcement }) => announcement);
  return (
    <div role="status" aria-label="Changed" className="unseen">
      {text}
    </div>
  );
}
