import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { answered, ready } from "../../state/state.ts";
import { jump } from "../../state/viewing.ts";
import { MOST_ROWS, WindowedList } from "../../ui/WindowedList.tsx";
import { laneCount, winnerOf } from "./lanes.ts";

/** Each lane's winner in a list; a click goes to its cell. */
export function Winners({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const answer = useStore(desk.store, answered);
  const held = session === null ? undefined : desk.shelf.held(session.handle);
  const indices = answer === null ? undefined : desk.shelf.indices(answer.serial);
  if (held === undefined || answer === null || indices === undefined)
    return <p className="panel-text hint">There is no answer yet.</p>;
  const { reduction } = answer;
  const count = laneCount(indices);
  return (
    <div className="winners">
      <div className="winners-heading" aria-hidden="true">
        <span>{laneWord(reduction.axis, held.array.ndim)}</span>
        <span>index</span>
        <span>value</span>
      </div>
      <WindowedList
        label="Winners"
        count={count}
        rowHeight={24}
        row={(ordinal) => {
          const { lane, index, label, value, position } = winnerOf(held, reduction, indices, ordinal);
          return (
            <button
              type="button"
              className="winner"
              title={[lane, label, value].filter((part) => part !== "").join(": ")}
              onClick={() => jump(desk, position)}
            >
              <span className="winner-lane">{lane || "all"}</span>
              <span>
                {index}
                {label !== "" && <span className="winner-label"> {label}</span>}
              </span>
              <span className="winner-value">{value}</span>
            </button>
          );
        }}
      />
      {count > MOST_ROWS && <p className="panel-text hint">The list ends after a million lanes. An export holds them all.</p>}
    </div>
  );
}

function laneWord(axis: number | null, ndim: number): string {
  if (axis === null || ndim !== 2) return "lane";
  return axis === 0 ? "column" : "row";
}
