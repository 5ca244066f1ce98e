import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { open } from "../../src/state/opening.ts";
import { selectFrom, selectTo, selectWhole } from "../../src/state/selecting.ts";
import { summarise, watchStatistics } from "../../src/state/statistics.ts";
import { liveDesk, until } from "../live-desk.ts";

let desk: Desk;
const summary = () => desk.store.getState().summary;
const at = (row: number, column: number) => ({ row, column });

beforeEach(async () => {
  desk = await liveDesk("name,a,b\nx,1,2\ny,,5\nz,7,8\n");
});

describe("the statistics of a selection", () => {
  it("count a cell once, in however many ranges it lies", async () => {
    selectFrom(desk, at(0, 0), "cells", "anew");
    selectTo(desk, at(1, 1));
    selectFrom(desk, at(1, 0), "cells", "more");
    selectTo(desk, at(2, 0));
    await summarise(desk);
    expect(summary()).toEqual({
      kind: "done",
      statistics: { cells: 5, missing: 1, min: 1, max: 7, mean: 15 / 4, sum: 15 },
    });
  });

  it("are none of a single cell", async () => {
    selectFrom(desk, at(0, 0), "cells", "anew");
    await summarise(desk);
    expect(summary()).toEqual({ kind: "none" });
  });

  it("come by themselves when something else is selected or opened", async () => {
    const stop = watchStatistics(desk);
    selectWhole(desk, "all");
    await until(() => summary().kind === "done");
    expect(summary()).toMatchObject({ statistics: { cells: 6, sum: 23 } });
    selectFrom(desk, at(0, 1), "columns", "anew");
    await until(() => JSON.stringify(summary()).includes('"sum":15'));
    await open(desk, { kind: "text", name: "b", text: "[[1, 2]]" });
    await until(() => summary().kind === "none");
    stop();
  });

  it("are not begun where they would never end", async () => {
    desk = await liveDesk("np.broadcast_to(np.arange(1000000), (2147483648, 1000000))");
    selectWhole(desk, "all");
    await summarise(desk);
    expect(summary()).toEqual({ kind: "too many", cells: 2147483648 * 1000000 });
  });

  it("of a large array come in parts, and are dropped when the selection moves on", async () => {
    desk = await liveDesk("np.ones((3000, 1000))");
    const seen: string[] = [];
    desk.store.subscribe((state) => seen.push(state.summary.kind));
    selectWhole(desk, "all");
    const first = summarise(desk);
    selectFrom(desk, at(0, 0), "rows", "anew");
    await first;
    expect(summary().kind).toBe("none");
    selectWhole(desk, "all");
    await summarise(desk);
    expect(summary()).toMatchObject({ statistics: { cells: 3_000_000, sum: 3_000_000, mean: 1 } });
    expect(seen).toContain("running");
  });
});
