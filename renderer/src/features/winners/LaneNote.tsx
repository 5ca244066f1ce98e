import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { answerInSight, laneAt, winnerOf } from "../../state/lane-winner.ts";
import { reason } from "../../state/lane-words.ts";
import { answered, ready } from "../../state/state.ts";

/** Who wins the lane under the pointer or the focus, and where F8 led to: in sight for all, and said to who cannot see it. */
export function LaneNote({ desk }: { readonly desk: Desk }) {
  const lit = useStore(desk.store, ({ winners }) => winners.lit);
  const walk = useStore(desk.store, ({ winners }) => winners.walk);
  useStore(desk.store, ({ winners }) => winners.facts);
  useStore(desk.store, ({ winners }) => winners.arrivals);
  useStore(desk.store, (state) => answered(state)?.serial ?? null);
  const isAnswered = useStore(desk.store, (state) => ready(state) !== null && answered(state) !== null);
  const answer = lit.kind === "none" ? null : answerInSight(desk, desk.store.getState());
  const lane = answer === null || lit.kind === "none" ? null : laneAt(answer, lit.index);
  const sentence = answer === null || lane === null ? "" : reason(answer, winnerOf(answer, lane));
  return (
    <>
      {isAnswered && (
        <p className="lane-note" title={sentence || undefined} data-quiet={sentence === "" ? "" : undefined}>
          {sentence || "Point at a cell to see who wins its lane. F8 goes to the next winner."}
        </p>
      )}
      <div role="status" aria-label="Winner" className="unseen">
        {walk.kind === "at" && <span key={walk.serial}>{walk.text}</span>}
      </div>
    </>
  );
}
