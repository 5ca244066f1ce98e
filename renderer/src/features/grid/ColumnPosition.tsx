import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { ready } from "../../state/state.ts";
import { showColumnsFrom } from "../../state/viewing.ts";
import { SLOTS } from "./slots.ts";

/** Which window of columns the grid has, for arrays with more columns than slots. */
export function ColumnPosition({ desk }: { readonly desk: Desk }) {
  const { columnOffset } = useStore(desk.store, ({ view }) => view);
  const columns = useStore(desk.store, (state) => columnCount(desk, ready(state)?.handle));
  if (columns <= SLOTS) return null;
  const last = Math.min(columns, columnOffset + SLOTS) - 1;
  return (
    <label className="column-position">
      <input
        type="range"
        aria-label="First column shown"
        min={0}
        max={columns - SLOTS}
        value={columnOffset}
        aria-valuetext={`columns ${columnOffset} to ${last} of ${columns}`}
        onChange={({ target }) => showColumnsFrom(desk, target.valueAsNumber)}
      />
      <span>
        columns {columnOffset}–{last} of {columns.toLocaleString("en")}
      </span>
    </label>
  );
}

function columnCount({ shelf }: Desk, handle: number | undefined): number {
  const held = handle === undefined ? undefined : shelf.held(handle);
  if (held === undefined || held.array.ndim < 2) return 0;
  return (held.array.shape.at(-1) ?? 0) + Math.max(0, held.labels.length - 1);
}
