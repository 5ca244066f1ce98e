import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { orderedIn } from "../../state/arranging.ts";
import { columnName } from "../../state/column-name.ts";
import type { Desk } from "../../state/desk.ts";
import { cancelOrdering, clearOrdering } from "../../state/sorting.ts";
import { ready } from "../../state/state.ts";
import { orderingText } from "./words.ts";

/** Says that the rows are not shown as they are, and takes that back. */
export function OrderingBar({ desk }: { readonly desk: Desk }) {
  const ordering = useStore(desk.store, (state) => state.ordering);
  const ordered = useStore(desk.store, orderedIn);
  const rows = useStore(desk.store, (state) => ready(state)?.shape[state.view.rowAxis ?? 0] ?? 1);
  const isRunning = ordering.kind === "running";
  if (ordered === null && !isRunning) return null;
  const name = (column: number): string => columnName(desk, desk.store.getState(), column);
  return (
    <section className="ordering-bar" aria-label="Order of the rows">
      {ordered !== null && (
        <span className="chip">
          <span className="chip-text">
            {orderingText(ordered.ordering, name)}
            {ordered.rows < rows && ` · ${ordered.rows.toLocaleString("en")} of ${rows.toLocaleString("en")} rows`}
          </span>
          <Button
            className="chip-close"
            aria-label="Show all rows as they are"
            onPress={() => {
              cancelOrdering(desk);
              void clearOrdering(desk);
            }}
          >
            ✕
          </Button>
        </span>
      )}
      {isRunning && (
        <span className="ordering-progress">
          <progress aria-label="Ordering the rows" max={1000} value={ordering.progress} />
          <Button className="button quiet" onPress={() => cancelOrdering(desk)}>
            Cancel
          </Button>
        </span>
      )}
      {ordered !== null && <span className="hint">Row numbers and indices stay the array’s.</span>}
    </section>
  );
}
