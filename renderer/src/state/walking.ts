import type { Stop } from "@argscope/core/contract/winners.ts";
import type { Desk } from "./desk.ts";
import { type AnswerInSight, answerInSight, laneAt, winnerOf } from "./lane-winner.ts";
import { reason } from "./lane-words.ts";
import { sightOf } from "./sight.ts";
import { answered, ready } from "./state.ts";
import { jump } from "./viewing.ts";
import { isBeyondCounting, put } from "./winners.ts";

let serials = 0;

type Direction = 1 | -1;

/** The press that waits while the one before it is under way: a key that is held down waits once. */
const waiting = new WeakMap<Desk, { next: Direction | null }>();

/**
 * Goes to the next winner in the grid's order behind the cell that has the focus, or to the one before it; with axis None to ties
 * too. From the last one on it goes on at the first. Says which one it is. What was asked just before is answered first.
 */
export async function walkWinners(desk: Desk, direction: Direction): Promise<void> {
  const line = waiting.get(desk);
  if (line !== undefined) {
    line.next = direction;
    return;
  }
  const own: { next: Direction | null } = { next: direction };
  waiting.set(desk, own);
  try {
    for (let next = own.next; next !== null; next = own.next) {
      own.next = null;
      while ((await walkOnce(desk, next)) === "overtaken");
    }
  } finally {
    waiting.delete(desk);
  }
}

/** Walks one step, if there is a winner to go to; overtaken: another answer came in between, of which the step is to be made. */
async function walkOnce(desk: Desk, direction: Direction): Promise<"over" | "overtaken"> {
  const { store, engine } = desk;
  if (store.getState().reduction.kind === "running") await untilAnswered(desk);
  const state = store.getState();
  const session = ready(state);
  const answer = answerInSight(desk, state);
  if (session === null || answer === null) return "over";
  if (isBeyondCounting(answer)) {
    const text = "This array has more winners than can be walked through. Go to a cell by its row and column instead.";
    put(desk, { walk: { kind: "at", serial: ++serials, text } });
    return "over";
  }
  const { reduction } = answer;
  const { from } = state.winners;
  const takes = { handle: session.handle, reduction, sight: sightOf(desk, answer, state), from, direction };
  const result = await engine.ask("walk", takes, { replaces: true });
  const now = store.getState();
  if (ready(now)?.handle !== session.handle) return "over";
  if (now.reduction.kind === "running" || answered(now)?.serial !== answer.serial) return "overtaken";
  if (!result.ok) return "over";
  const stop = result.value;
  if (stop !== null) jump(desk, stop.index);
  // Its ties may have been counted meanwhile.
  const told = answerInSight(desk, store.getState()) ?? answer;
  put(desk, { walk: { kind: "at", serial: ++serials, text: sentence(told, stop) } });
  return "over";
}

function untilAnswered({ store }: Desk): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ reduction }) => {
      if (reduction.kind === "running") return;
      stop();
      resolve();
    });
  });
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
