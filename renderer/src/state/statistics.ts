import type { Fault } from "@argscope/core/contract/result.ts";
import type { Tally } from "@argscope/core/contract/selecting.ts";
import { disjoint, piecesOf, rangeSize } from "@argscope/core/select/range.ts";
import { mergeTallies, type Statistics, statisticsOf } from "@argscope/core/select/statistics.ts";
import type { Desk } from "./desk.ts";
import { isSamePlane, planeIn } from "./plane.ts";
import { isSingle, rangesShown } from "./selected.ts";
import type { State } from "./state.ts";

/** What the status line says of the selection. `done` in 1/1000. */
export type Summary =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly done: number; readonly last: Statistics | null }
  | { readonly kind: "done"; readonly statistics: Statistics }
  | { readonly kind: "too many"; readonly cells: number }
  | { readonly kind: "failed"; readonly fault: Fault };

/** Cells that the worker is asked for at a time: some hundredths of a second, so that whatever else is asked is soon answered. */
const CELLS_A_CALL = 2 ** 21;
/** About half a minute's work; a view that repeats its cells may have many millions of millions. */
const MOST_CELLS = 1e10;
/** While a selection is drawn its statistics wait for this long a rest. */
const REST_MS = 60;

/** Keeps the statistics those of what is selected now, and of what its cells hold now. Returns how to stop. */
export function watchStatistics(desk: Desk): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  return desk.store.subscribe((state, before) => {
    if (!differs(state, before)) return;
    clearTimeout(rest);
    desk.engine.cancel("tally");
    rest = setTimeout(() => void summarise(desk), REST_MS);
  });
}

function differs(now: State, before: State): boolean {
  return now.selected !== before.selected || now.edits !== before.edits || !isSamePlane(now, before);
}

/** Asks for what the selected cells hold, part after part. A selection of one cell has no statistics. */
export async function summarise(desk: Desk): Promise<void> {
  const { store, engine } = desk;
  const asked = store.getState();
  const plane = planeIn(desk, asked);
  const ranges = plane === null ? [] : disjoint(rangesShown(asked.selected, plane));
  if (plane === null || ranges.length === 0 || isSingle(ranges)) {
    if (asked.summary.kind !== "none") store.setState({ summary: { kind: "none" } });
    return;
  }
  const last = asked.summary.kind === "done" ? asked.summary.statistics : null;
  const total = ranges.reduce((sum, range) => sum + rangeSize(range), 0);
  if (total > MOST_CELLS) {
    store.setState({ summary: { kind: "too many", cells: total } });
    return;
  }
  let tally: Tally = { kind: "none", cells: 0 };
  let done = 0;
  for (const range of ranges) {
    for (const piece of piecesOf(range, CELLS_A_CALL)) {
      const answer = await engine.ask("tally", { plane: plane.shared, ranges: [piece] }, { replaces: true });
      // Another selection asks for itself.
      if (differs(store.getState(), asked)) return;
      if (!answer.ok) {
        if (answer.fault.tag !== "Cancelled") store.setState({ summary: { kind: "failed", fault: answer.fault } });
        return;
      }
      tally = mergeTallies(tally, answer.value);
      done += rangeSize(piece);
      if (done < total) store.setState({ summary: { kind: "running", done: Math.floor((1000 * done) / total), last } });
    }
  }
  store.setState({ summary: { kind: "done", statistics: statisticsOf(tally, plane.shared.cells.dtype) } });
}
