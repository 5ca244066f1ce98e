import type { LaneColumn } from "@argscope/core/contract/winners.ts";
import type { CSSProperties } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { type AnswerInSight, answerInSight, winnerOf } from "../../state/lane-winner.ts";
import { labelOf, laneTitle, laneWord, reason } from "../../state/lane-words.ts";
import { answered, ready } from "../../state/state.ts";
import { jump } from "../../state/viewing.ts";
import { sortLanes } from "../../state/winners.ts";
import { LaneFilters } from "./LaneFilters.tsx";
import { LaneList } from "./LaneList.tsx";
import { noWinnerText } from "./refused.ts";
import { listWidths, withExponent } from "./widths.ts";

/** Each lane's winner in a list that can be ordered; a click or Enter goes to its cell. */
export function Winners({ desk }: { readonly desk: Desk }) {
  // The arrays are on the shelf: these say when there are others.
  const serial = useStore(desk.store, (state) => answered(state)?.serial ?? null);
  useStore(desk.store, ready);
  useStore(desk.store, ({ view }) => view.rowAxis);
  useStore(desk.store, ({ winners }) => winners.arrivals);
  const listed = useStore(desk.store, ({ winners }) => winners.listed);
  const facts = useStore(desk.store, ({ winners }) => winners.facts);
  const answer = answerInSight(desk, desk.store.getState());
  if (answer === null || serial === null) return <NoAnswer desk={desk} />;
  const known = facts.kind === "known" && facts.answer === serial ? facts : null;
  const isListed = listed.kind === "listed" && listed.answer === serial;
  const count = isListed ? listed.count : 0;
  const laneAt = (place: number): number => (isListed ? (desk.shelf.lanes.laneAt(listed.serial, place) ?? 0) : 0);
  const hasLabels = hasLabel(answer);
  return (
    <div className="winners" data-labels={hasLabels ? "" : undefined} style={widthsOf(answer)}>
      {answer.indices.size > 1 && <LaneFilters desk={desk} lanes={answer.indices.size} known={known} />}
      <Headings desk={desk} lane={laneWord(answer)} hasLabels={hasLabels} />
      <LaneList
        key={isListed ? listed.serial : "none"}
        label="Winners"
        count={count}
        row={(place) => rowOf(answer, laneAt(place), hasLabels)}
        onChoose={(place) => jump(desk, winnerOf(answer, laneAt(place)).position)}
      />
      {isListed && count === 0 && <p className="panel-text hint">No lane is left. Choose All to see every one.</p>}
    </div>
  );
}

function NoAnswer({ desk }: { readonly desk: Desk }) {
  const reduction = useStore(desk.store, (state) => state.reduction);
  const nanCount = useStore(desk.store, (state) => ready(state)?.nanCount ?? 0);
  const isRefused = reduction.kind === "refused";
  return (
    <p className="panel-text hint">
      {isRefused ? noWinnerText(reduction.fault, reduction.asked, nanCount) : "There is no answer yet."}
    </p>
  );
}

/** Whether the file has a word for the places along the axis. */
function hasLabel({ held, reduction }: AnswerInSight): boolean {
  if (held.array.ndim > 2) return false;
  const names = [held.labels.length > 0, held.columns.some((name) => name !== "")];
  return reduction.axis === null ? names.includes(true) : (names[reduction.axis] ?? false);
}

/** For the style sheet, which adds what the headings need. */
function widthsOf(answer: AnswerInSight): CSSProperties {
  const widths = Object.entries(listWidths(answer)).map(([column, width]) => [`--${column}-width`, `${width}ch`]);
  return Object.fromEntries(widths) as CSSProperties;
}

function rowOf(answer: AnswerInSight, lane: number, hasLabels: boolean) {
  const winner = winnerOf(answer, lane);
  const { digits, exponent } = withExponent(winner.value);
  const cells = (
    <>
      <span className="winner-lane">{laneTitle(answer, winner)}</span>
      <span className="winner-index">{winner.index}</span>
      {hasLabels && <span className="winner-label">{labelOf(answer, winner)}</span>}
      <span className="winner-value">
        <span className="digits">{digits}</span>
        {exponent}
      </span>
      <span className="winner-ties">
        {winner.ties === null ? "" : winner.ties === 0 ? "–" : winner.ties.toLocaleString("en")}
      </span>
    </>
  );
  return { title: reason(answer, winner), cells };
}

function Headings(props: { readonly desk: Desk; readonly lane: string; readonly hasLabels: boolean }) {
  const { desk, lane, hasLabels } = props;
  return (
    <div className="winners-heading">
      <Heading desk={desk} column="lane" name={lane} />
      <Heading desk={desk} column="index" name="index" />
      {hasLabels && <Heading desk={desk} column="label" name="label" />}
      <Heading desk={desk} column="value" name="value" />
      <Heading desk={desk} column="ties" name="ties" />
    </div>
  );
}

function Heading({ desk, column, name }: { readonly desk: Desk; readonly column: LaneColumn; readonly name: string }) {
  const order = useStore(desk.store, ({ winners }) => winners.order);
  const isSorted = order.column === column;
  const direction = order.descending ? "descending" : "ascending";
  return (
    <button
      type="button"
      data-column={column}
      aria-pressed={isSorted}
      aria-label={isSorted ? `Sort by ${name}, now ${direction}` : `Sort by ${name}`}
      title={`Sort by ${name}`}
      onClick={() => void sortLanes(desk, column)}
    >
      <span className="heading-text">{name}</span>
      <span className="sort-mark" aria-hidden="true">
        {isSorted ? (order.descending ? "▾" : "▴") : ""}
      </span>
    </button>
  );
}
