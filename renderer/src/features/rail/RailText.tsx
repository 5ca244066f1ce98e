import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { railsInSight } from "../../state/winners.ts";
import { sentenceOf } from "./marks.ts";

/** What the rails show, in words. */
export function RailText({ desk }: { readonly desk: Desk }) {
  const rails = useStore(desk.store, railsInSight);
  if (rails === null) return null;
  return (
    <p className="unseen">
      {sentenceOf(rails.down, "rows")} {sentenceOf(rails.across, "columns")}
    </p>
  );
}
