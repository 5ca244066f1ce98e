import type { Rail as RailData } from "@argscope/core/contract/winners.ts";
import { type PointerEvent, useCallback, useState } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { jump } from "../../state/viewing.ts";
import { railsInSight } from "../../state/winners.ts";
import { ACROSS, ALONG, bucketAt, bucketOf, counted, filledNear, isFull, pathOf } from "./marks.ts";

/** How far from a mark a press still means it, in px. */
const REACH = 6;

interface Spot {
  /** Along the rail, in px. */
  readonly at: number;
  readonly bucket: number;
}

/**
 * Where along a side of the grid the winners are, and fainter the ties. A press on a mark goes there. A drawing: who cannot see it
 * has the list, F8, and `RailText`.
 */
export function Rail({ desk, direction }: { readonly desk: Desk; readonly direction: "down" | "across" }) {
  const rails = useStore(desk.store, railsInSight);
  const operation = useStore(desk.store, ({ choice }) => choice.operation);
  const [spot, setSpot] = useState<Spot | null>(null);
  // The scroll bar around it hears presses of its own.
  const keep = useCallback((element: HTMLDivElement) => {
    const stop = (event: Event): void => event.stopPropagation();
    element.addEventListener("pointerdown", stop);
    return () => element.removeEventListener("pointerdown", stop);
  }, []);
  const rail = rails?.[direction] ?? null;
  const isDown = direction === "down";
  if (rail === null) return <div className="rail" data-direction={direction} aria-hidden="true" ref={keep} />;
  const seek = (event: PointerEvent<HTMLElement>): Spot | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const length = isDown ? box.height : box.width;
    const at = isDown ? event.clientY - box.top : event.clientX - box.left;
    const bucket = filledNear(rail, bucketAt(rail, at / length), Math.ceil((REACH * rail.winners.length) / length));
    return bucket === null ? null : { at, bucket };
  };
  const go = (event: PointerEvent<HTMLElement>): void => {
    const found = seek(event);
    if (found !== null) jump(desk, placeOf(desk, rail, found.bucket));
  };
  return (
    <div
      className="rail"
      data-direction={direction}
      data-operation={operation}
      data-full={isFull(rail) ? "" : undefined}
      data-near={spot === null ? undefined : ""}
      aria-hidden="true"
      ref={keep}
      onPointerMove={(event) => setSpot(seek(event))}
      onPointerLeave={() => setSpot(null)}
      onPointerUp={go}
    >
      <svg viewBox={isDown ? `0 0 ${ACROSS} ${ALONG}` : `0 0 ${ALONG} ${ACROSS}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="rail-ties" d={pathOf(rail, "ties", isDown)} />
        <path className="rail-winners" d={pathOf(rail, "winners", isDown)} />
      </svg>
      {spot !== null && <Tip rail={rail} isDown={isDown} spot={spot} />}
    </div>
  );
}

function Tip({ rail, isDown, spot }: { readonly rail: RailData; readonly isDown: boolean; readonly spot: Spot }) {
  const { first, last, winners, ties } = bucketOf(rail, spot.bucket);
  const word = isDown ? "row" : "column";
  const where = first === last ? `${word} ${first}` : `${word}s ${first} – ${last}`;
  const what = [winners > 0 ? counted(winners, "winner") : "", ties > 0 ? counted(ties, "tie") : ""];
  return (
    <div className="rail-tip" style={isDown ? { top: spot.at } : { left: spot.at }}>
      {where}: {what.filter((part) => part !== "").join(", ")}
    </div>
  );
}

/** The full index of what a bucket leads to. */
function placeOf({ store }: Desk, { rows, columns }: RailData, bucket: number): number[] {
  const { rowAxis, columnAxis, fixed } = store.getState().view;
  return fixed.map((position, d) => {
    if (d === rowAxis) return rows[bucket] ?? 0;
    return d === columnAxis ? (columns[bucket] ?? 0) : position;
  });
}
