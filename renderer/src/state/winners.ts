import type { LaneColumn, LaneFilter, Rails } from "@argscope/core/contract/winners.ts";
import type { Desk } from "./desk.ts";
import { type AnswerInSight, answerInSight } from "./lane-winner.ts";
import { rootOf } from "./session.ts";
import { isSameSight, sightKey, sightOf } from "./sight.ts";
import { answered, ready, type State } from "./state.ts";
import { noWinners, type WinnersState } from "./winners-state.ts";

/** More than a rail has pixels on most screens, few enough to draw at once. */
const BUCKETS = 1000;

/**
 * Has the worker find out, after every answer, what the grid and the list say beside it: ties, the list's order, the rails. The
 * rails are made anew for another slice or order too. What is under way for an older answer is given up.
 */
export function watchWinners(desk: Desk): () => void {
  let before = desk.store.getState();
  return desk.store.subscribe((state) => {
    const last = before;
    before = state;
    if (isWorking(state) && !isWorking(last)) giveUp(desk);
    if (!isWorking(state)) {
      if (isWorking(last) || answered(state)?.serial !== answered(last)?.serial) void findOut(desk);
      else if (sightChanged(state, last)) void drawRails(desk);
    }
    if (state.selection !== last.selection && state.selection.kind === "cell") put(desk, { from: state.selection.index });
  });
}

/** Something newer is under way; in a file that is opened the first rows are something new to find out about. */
function isWorking({ reduction, session }: State): boolean {
  return reduction.kind === "running" || (session.kind === "opening" && session.first === null);
}

function sightChanged(state: State, last: State): boolean {
  return ready(state)?.handle !== ready(last)?.handle || !isSameSight(sightKey(state), sightKey(last));
}

/** The person waits for something newer. */
function giveUp({ engine }: Desk): void {
  for (const call of ["ties", "winners", "rail", "walk"] as const) engine.cancel(call);
}

async function findOut(desk: Desk): Promise<void> {
  const answer = current(desk);
  if (answer === null) return put(desk, { ...noWinners, order: desk.store.getState().winners.order });
  hearOfTexts(desk);
  // Where the winners are is known at once; their ties take a look at every element.
  const rails = drawRails(desk, false);
  await count(desk, answer);
  await rails;
  if (isCurrent(desk, answer) && facts(desk)?.lanesWithTies) await drawRails(desk);
}

/** What is said of a winner is said again when the file's own text of it is there. */
function hearOfTexts(desk: Desk): void {
  const session = ready(desk.store.getState());
  const texts = session === null ? null : desk.shelf.held(rootOf(session).handle)?.winnerTexts;
  if (texts) texts.onArrival = () => put(desk, { arrivals: desk.store.getState().winners.arrivals + 1 });
}

/** Beyond so many elements, and so many lanes, an array can only repeat itself, and counting would take hours. */
const COUNTED = { elements: 2 ** 36, lanes: 2 ** 28 };

export function isBeyondCounting({ operand, indices }: AnswerInSight): boolean {
  return operand.size > COUNTED.elements || indices.size > COUNTED.lanes;
}

async function count(desk: Desk, answer: AnswerInSight): Promise<void> {
  const { engine, shelf } = desk;
  void list(desk);
  if (isBeyondCounting(answer) || facts(desk) !== null) return;
  const { reduction, serial } = answer;
  const result = await engine.ask("ties", { handle: handleOf(desk), reduction }, { replaces: true });
  if (!result.ok || !isCurrent(desk, answer)) return;
  const { lanesWithTies, lanesWithNan } = result.value;
  shelf.lanes.putCounts(serial, result.value);
  put(desk, { facts: { kind: "known", answer: serial, lanesWithTies, lanesWithNan } });
}

function facts({ store }: Desk) {
  const { facts: known } = store.getState().winners;
  return known.kind === "known" && known.answer === answered(store.getState())?.serial ? known : null;
}

/** Another column to order the list by; the same one again turns it round. */
export async function sortLanes(desk: Desk, column: LaneColumn): Promise<void> {
  const { order } = desk.store.getState().winners;
  put(desk, { order: { ...order, column, descending: order.column === column && !order.descending } });
  await list(desk);
}

export async function filterLanes(desk: Desk, filter: LaneFilter): Promise<void> {
  put(desk, { order: { ...desk.store.getState().winners.order, filter } });
  await list(desk);
}

/** Makes the list of the answer in sight in the order asked for. */
async function list(desk: Desk): Promise<void> {
  const answer = current(desk);
  if (answer === null) return;
  const { order } = desk.store.getState().winners;
  const { reduction, serial, indices } = answer;
  // The answer's own order needs no worker: the list is there with the answer.
  if (order.column === "lane" && !order.descending && order.filter === "all") {
    const whole = { count: indices.size, lanes: null };
    put(desk, { listed: { kind: "listed", answer: serial, serial: desk.shelf.lanes.putList(whole), count: whole.count } });
    return;
  }
  const result = await desk.engine.ask("winners", { handle: handleOf(desk), reduction, order }, { replaces: true });
  if (!isCurrent(desk, answer) || desk.store.getState().winners.order !== order) return;
  if (!result.ok) {
    if (result.fault.tag === "Cancelled") return;
    // The answer's own order can always be shown.
    put(desk, { order: noWinners.order });
    desk.store.setState({ notice: { tone: "error", text: result.fault.message, action: null } });
    return list(desk);
  }
  const listed = {
    kind: "listed",
    answer: serial,
    serial: desk.shelf.lanes.putList(result.value),
    count: result.value.count,
  } as const;
  put(desk, { listed });
}

async function drawRails(desk: Desk, ties = (facts(desk)?.lanesWithTies ?? 0) > 0): Promise<void> {
  const answer = current(desk);
  if (answer === null || isBeyondCounting(answer)) return;
  const state = desk.store.getState();
  const { reduction, serial } = answer;
  const sight = sightOf(desk, answer, state);
  // Marks of another slice or order would stand where no winner is.
  if (state.winners.rails.kind === "drawn" && !isSameSight(state.winners.rails.sight, sightKey(state)))
    put(desk, { rails: { kind: "none" } });
  const result = await desk.engine.ask(
    "rail",
    { handle: handleOf(desk), reduction, sight, buckets: BUCKETS, ties },
    { replaces: true },
  );
  const now = desk.store.getState();
  if (!result.ok || !isCurrent(desk, answer) || sightChanged(now, state)) return;
  put(desk, { rails: { kind: "drawn", answer: serial, sight: sightKey(state), rails: result.value } });
}

/** The rails of what the grid shows now; null until they are drawn. */
export function railsInSight(state: State): Rails | null {
  const { rails } = state.winners;
  if (rails.kind === "none" || rails.answer !== answered(state)?.serial || !isSameSight(rails.sight, sightKey(state)))
    return null;
  return rails.rails;
}

function handleOf({ store }: Desk): number {
  return ready(store.getState())?.handle ?? 0;
}

function current(desk: Desk): AnswerInSight | null {
  return answerInSight(desk, desk.store.getState());
}

function isCurrent({ store }: Desk, { serial }: AnswerInSight): boolean {
  const state = store.getState();
  return answered(state)?.serial === serial && !isWorking(state);
}

export function put({ store }: Pick<Desk, "store">, change: Partial<WinnersState>): void {
  store.setState(({ winners }) => ({ winners: { ...winners, ...change } }));
}
