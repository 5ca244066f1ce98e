import type { Stop } from "@argscope/core/contract/winners.ts";
import type { Desk } from "./desk.ts";
import { type AnswerInSight, answerInSight, laneAt, winnerOf } from "./lane-winner.ts";
import { reason } from "./lane-words.ts";
import { sightOf } from "./sight.ts";
import { answered, ready } from "./state.ts";
import { jump } from "./viewing.ts";
import { isBeyondCounting, put } from "./winners.ts";

let serials = 0;

/**
 * Goes to the next winner in the grid's order behind the cell that has the focus, or to the one before it; with axis None to ties
 * too. From the last one on it goes on at the first. Says which one it is.
 */
export async function walkWinners(desk: Desk, direction: 1 | -1): Promise<void> {
  const { store, engine } = desk;
  const state = store.getState();
  const session = ready(state);
  const answer = answerInSight(desk, state);
  if (session === null || answer === null) return;
  if (isBeyondCounting(answer)) {
    const text = "This array has more winners than can be walked through. Go to a cell by its row and column instead.";
    return put(desk, { walk: { kind: "at", serial: ++serials, text } });
  }
  const { reduction } = answer;
  const { from } = state.winners;
  const takes = { handle: session.handle, reduction, sight: sightOf(desk, answer, state), from, direction };
  const result = await engine.ask("walk", takes, { replaces: true });
  if (!result.ok || answered(store.getState())?.serial !== answer.serial) return;
  const stop = result.value;
  if (stop !== null) jump(desk, stop.index);
  // Its ties may have been counted meanwhile.
  const told = answerInSight(desk, store.getState()) ?? answer;
  put(desk, { walk: { kind: "at", serial: ++serials, text: sentence(told, stop) } });
}

function sentence(answer: AnswerInSight, stop: Stop | null): string {
  if (stop === null) return "No winner is among the rows and columns shown.";
  const { number, count, kind, index, wrapped } = stop;
  const lane = laneAt(answer, index);
  const round = wrapped ? "From the start again. " : "";
  const which = `${number.toLocaleString("en")} of ${count.toLocaleString("en")}`;
  if (kind === "tie") return `${round}Tie, ${which}: (${index.join(", ")}) equals the winner.`;
  return `${round}Winner ${which}: ${lane === null ? "" : reason(answer, winnerOf(answer, lane))}.`;
}
