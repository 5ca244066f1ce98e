import { failed, ok } from "@argscope/core/contract/result.ts";
import type { Rail, Ties } from "@argscope/core/contract/winners.ts";
import type { Answer, Reduction } from "@argscope/core/contract/worker.ts";
import { CancelledError, UnsupportedError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { answerInSight, winnerOf } from "../../src/state/lane-winner.ts";
import { focusAt, light } from "../../src/state/lighting.ts";
import { cancelOpening, open } from "../../src/state/opening.ts";
import { choose } from "../../src/state/reducing.ts";
import { moveSlice } from "../../src/state/slicing.ts";
import { walkWinners } from "../../src/state/walking.ts";
import { filterLanes, railsInSight, sortLanes, watchWinners } from "../../src/state/winners.ts";
import { FakeEngine, FakeHost, opened, origin, shared, sharedIndices, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

const state = () => desk.store.getState();
const asked = (call: string) => engine.asked.filter((each) => each.call === call);
const last = (call: string) => asked(call).at(-1);

function answer(parts: Partial<Reduction>, shape: number[], indices: number[]): Answer {
  const reduction: Reduction = { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" };
  return { ...reduction, ...parts, indices: sharedIndices(shape, indices), text: "", milliseconds: 1 };
}

function ties(counts: number[]): Ties {
  const lanesWithTies = counts.filter((count) => count > 0).length;
  return { counts: sharedIndices([counts.length], counts), nan: null, runnersUp: null, lanesWithTies, lanesWithNan: 0 };
}

function rail(winners: number[]): Rail {
  const none = new Float64Array(winners.length);
  return {
    length: winners.length,
    winners: Uint32Array.from(winners),
    ties: new Uint32Array(winners.length),
    rows: none,
    columns: none,
  };
}

const rails = { down: rail([1, 0]), across: rail([1, 0, 0]) };

beforeEach(async () => {
  engine = new FakeEngine();
  desk = createDesk(engine, new FakeHost());
  watchWinners(desk);
  void open(desk, typed("a"));
  await engine.opens[0]?.answer(ok(opened(1, shared([2, 3], [8, 92, 93, 94, 9, 7]))));
  await engine.reductions.at(-1)?.answer(ok(answer({ axis: 0 }, [3], [0, 1, 1])));
});

describe("after every answer", () => {
  it("the list is there at once, in the answer's order", () => {
    expect(state().winners.listed).toMatchObject({ kind: "listed", count: 3 });
    expect(asked("winners")).toHaveLength(0);
  });

  it("the rails are drawn, then the ties counted, and the rails drawn again where there are any", async () => {
    expect(last("rail")?.takes).toMatchObject({ handle: 1, ties: false, sight: { rowAxis: 0, columnAxis: 1, rows: null } });
    await last("rail")?.answer(ok(rails));
    expect(railsInSight(state())).toBe(rails);
    await last("ties")?.answer(ok(ties([0, 2, 0])));
    const inSight = answerInSight(desk, state());
    expect(inSight && winnerOf(inSight, 1).ties).toBe(2);
    expect(asked("rail")).toHaveLength(2);
    expect(last("rail")?.takes).toMatchObject({ ties: true });
  });

  it("nothing is drawn again where nothing ties", async () => {
    await last("rail")?.answer(ok(rails));
    await last("ties")?.answer(ok(ties([0, 0, 0])));
    expect(asked("rail")).toHaveLength(1);
  });

  it("what was under way for the older answer is given up, and nothing of it is shown", async () => {
    await last("rail")?.answer(ok(rails));
    const counting = last("ties");
    void choose(desk, { axis: 1 });
    expect(engine.cancelled).toEqual(expect.arrayContaining(["ties", "winners", "rail", "walk"]));
    await engine.reductions.at(-1)?.answer(ok(answer({ axis: 1 }, [2], [0, 2])));
    expect(railsInSight(state())).toBeNull();
    expect(state().winners.listed).toMatchObject({ count: 2 });
    await counting?.answer(ok(ties([0, 2, 0])));
    expect(state().winners.facts).toEqual({ kind: "none" });
  });

  it("a reduction that was cancelled leaves the older answer, whose ties are counted after all", async () => {
    const before = asked("ties").length;
    void choose(desk, { axis: 1 });
    await engine.reductions.at(-1)?.answer(failed(new CancelledError().toFault()));
    expect(asked("ties")).toHaveLength(before + 1);
  });
});

describe("while another file is opened", () => {
  it("what was under way is given up: reading would wait for it", () => {
    engine.cancelled.length = 0;
    void open(desk, typed("b"));
    expect(engine.cancelled).toEqual(expect.arrayContaining(["ties", "winners", "rail", "walk"]));
  });

  it("nothing late is shown; it is found out after all when the opening is cancelled", async () => {
    const late = last("ties");
    void open(desk, typed("b"));
    await late?.answer(failed(new CancelledError().toFault()));
    const before = asked("ties").length;
    cancelOpening(desk);
    expect(asked("ties")).toHaveLength(before + 1);
    await last("ties")?.answer(ok(ties([0, 2, 0])));
    expect(state().winners.facts).toMatchObject({ kind: "known", lanesWithTies: 1 });
  });

  it("what is known of the old one is not asked for again when the opening is cancelled", async () => {
    await last("rail")?.answer(ok(rails));
    await last("ties")?.answer(ok(ties([0, 2, 0])));
    const before = asked("ties").length;
    void open(desk, typed("b"));
    cancelOpening(desk);
    expect(asked("ties")).toHaveLength(before);
    expect(state().winners.facts).toMatchObject({ kind: "known" });
  });
});

describe("the value of a winner", () => {
  const first = () => {
    const inSight = answerInSight(desk, state());
    return inSight && winnerOf(inSight, 0).value;
  };

  beforeEach(async () => {
    void open(desk, typed("b"));
    const table = opened(2, shared([2, 2], [9, 10.5, 11, NaN]), { origin: { ...origin, hasText: true } });
    await engine.opens.at(-1)?.answer(ok(table));
    await last("rows")?.answer(
      ok([
        ["9.0", "10.50"],
        ["11", ""],
      ]),
    );
    await engine.reductions.at(-1)?.answer(ok(answer({ axis: 0 }, [2], [0, 1])));
  });

  it("is the file's own text as soon as that is there, which is told", async () => {
    const { arrivals } = state().winners;
    expect(first()).toBe("9");
    await vi.waitFor(() => expect(asked("rows")).toHaveLength(2));
    expect(last("rows")?.takes).toMatchObject({ handle: 2, rows: [0] });
    await last("rows")?.answer(
      ok([
        ["9.0", "10.50"],
        ["11", ""],
      ]),
    );
    expect(first()).toBe("9.0");
    expect(state().winners.arrivals).toBe(arrivals + 1);
  });

  it("is nan where something is missing, whatever stands in the file", async () => {
    const inSight = answerInSight(desk, state());
    expect(inSight && winnerOf(inSight, 1).value).toBe("nan");
  });

  it("is what a person wrote over it", async () => {
    desk.shelf.held(2)?.edits?.expect({ label: null, place: 0 }, "8.75");
    expect(first()).toBe("8.75");
  });
});

describe("the list", () => {
  it("is ordered by the column asked for, and turned round by asking again", async () => {
    void sortLanes(desk, "value");
    expect(last("winners")?.takes).toMatchObject({ order: { column: "value", descending: false, filter: "all" } });
    await last("winners")?.answer(ok({ count: 3, lanes: sharedIndices([3], [2, 0, 1]) }));
    const { listed } = state().winners;
    expect(listed.kind === "listed" && [0, 1, 2].map((place) => desk.shelf.lanes.laneAt(listed.serial, place))).toEqual([
      2, 0, 1,
    ]);
    void sortLanes(desk, "value");
    expect(last("winners")?.takes).toMatchObject({ order: { descending: true } });
  });

  it("says why it cannot be put in order, and is shown in the answer's", async () => {
    void sortLanes(desk, "value");
    await last("winners")?.answer(failed(new UnsupportedError("These are too many lanes.").toFault()));
    expect(state().notice).toMatchObject({ tone: "error", text: "These are too many lanes." });
    expect(state().winners).toMatchObject({ order: { column: "lane" }, listed: { kind: "listed", count: 3 } });
  });

  it("stays as it is asked for last, whatever comes late", async () => {
    void sortLanes(desk, "value");
    const late = last("winners");
    await sortLanes(desk, "lane");
    const { listed } = state().winners;
    await late?.answer(ok({ count: 3, lanes: sharedIndices([3], [2, 0, 1]) }));
    expect(state().winners.listed).toBe(listed);
  });

  it("keeps its order and its filter for the next answer", async () => {
    void sortLanes(desk, "ties");
    void filterLanes(desk, "ties");
    void choose(desk, { operation: "argmax" });
    await engine.reductions.at(-1)?.answer(ok(answer({ operation: "argmax", axis: 0 }, [3], [1, 0, 0])));
    expect(last("winners")?.takes).toMatchObject({
      reduction: { operation: "argmax" },
      order: { column: "ties", filter: "ties" },
    });
  });
});

describe("F8", () => {
  const index = [1, 2];

  it("asks for the winner behind the cell that has the focus, goes there and says which it is", async () => {
    focusAt(desk, [0, 1]);
    void walkWinners(desk, 1);
    expect(last("walk")?.takes).toMatchObject({ from: [0, 1], direction: 1, reduction: { axis: 0 } });
    await last("walk")?.answer(ok({ index, kind: "first", number: 3, count: 3, wrapped: false }));
    expect(state().selection).toMatchObject({ kind: "cell", index });
    const { walk } = state().winners;
    expect(walk).toMatchObject({ text: "Winner 3 of 3: column 2: row 1 wins with 7, the smallest." });
    void walkWinners(desk, 1);
    expect(last("walk")?.takes).toMatchObject({ from: index });
  });

  it("is walked to of the answer that was asked for just before, however fast the key comes", async () => {
    void choose(desk, { axis: 1 });
    const walks = asked("walk").length;
    void walkWinners(desk, 1);
    expect(asked("walk")).toHaveLength(walks);
    await engine.reductions.at(-1)?.answer(ok(answer({ axis: 1 }, [2], [0, 2])));
    expect(last("walk")?.takes).toMatchObject({ reduction: { axis: 1 } });
  });

  it("is walked to again where another answer is asked for meanwhile", async () => {
    void walkWinners(desk, 1);
    const overtaken = last("walk");
    void choose(desk, { axis: 1 });
    await overtaken?.answer(failed(new CancelledError().toFault()));
    await engine.reductions.at(-1)?.answer(ok(answer({ axis: 1 }, [2], [0, 2])));
    expect(last("walk")).not.toBe(overtaken);
    await last("walk")?.answer(ok(null));
    expect(state().winners.walk).toMatchObject({ text: "No winner is among the rows and columns shown." });
  });

  it("is walked to twice where the key is pressed twice, though the second press comes early", async () => {
    void walkWinners(desk, 1);
    void walkWinners(desk, 1);
    await last("walk")?.answer(ok({ index, kind: "first", number: 3, count: 3, wrapped: false }));
    expect(last("walk")?.takes).toMatchObject({ from: index });
  });

  it("begins before the first where nothing had the focus yet", () => {
    void walkWinners(desk, -1);
    expect(last("walk")?.takes).toMatchObject({ from: null, direction: -1 });
  });

  it("says so where the grid shows no winner", async () => {
    void walkWinners(desk, 1);
    await last("walk")?.answer(ok(null));
    expect(state().winners.walk).toMatchObject({ text: "No winner is among the rows and columns shown." });
    expect(state().selection).toEqual({ kind: "none" });
  });
});

describe("the lane that is lit", () => {
  it("is that of the cell, and changes nothing while it stays", () => {
    light(desk, [1, 1]);
    const { winners } = state();
    light(desk, [1, 1]);
    expect(state().winners).toBe(winners);
    light(desk, null);
    expect(state().winners.lit).toEqual({ kind: "none" });
  });
});

describe("another slice", () => {
  it("has other rails, and none of the slice before in the meantime", async () => {
    void open(desk, typed("b"));
    await engine.opens.at(-1)?.answer(ok(opened(2, shared([2, 1, 2], [1, 2, 3, 4]))));
    await engine.reductions.at(-1)?.answer(ok(answer({ axis: 0 }, [1, 2], [0, 0])));
    await last("rail")?.answer(ok(rails));
    expect(railsInSight(state())).toBe(rails);
    moveSlice(desk, 0, 1);
    expect(railsInSight(state())).toBeNull();
    expect(last("rail")?.takes).toMatchObject({ handle: 2, sight: { fixed: [1, 0, 0] } });
  });
});
