import { failed, ok } from "@argscope/core/contract/result.ts";
import { EditError } from "@argscope/core/edits/edit-error.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { open } from "../../src/state/opening.ts";
import { clearSelected, paste } from "../../src/state/pasting.ts";
import { selectFrom, selectTo, selectWhole } from "../../src/state/selecting.ts";
import { FakeEngine, FakeHost, opened, shared, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

const notice = () => desk.store.getState().notice?.text;
const changes = () => engine.asked.findLast(({ call }) => call === "edit")?.takes;

beforeEach(async () => {
  engine = new FakeEngine();
  desk = createDesk(engine, new FakeHost());
  void open(desk, typed("a.csv"));
  const array = shared([3, 2], [1, 2, 3, 4, 5, 6]);
  await engine.opens[0]?.answer(ok(opened(1, array, { columns: ["jan", "jul"] })));
});

describe("pasting over the cells", () => {
  it("spreads from the top left cell of the selection, as one edit", async () => {
    selectFrom(desk, { row: 1, column: 0 }, "cells", "anew");
    selectTo(desk, { row: 2, column: 0 });
    void paste(desk, "7\t8\n9\t10\n");
    expect(changes()).toEqual({
      handle: 1,
      changes: [{ label: null, places: [2, 3, 4, 5], texts: ["7", "8", "9", "10"] }],
    });
  });

  it("one cell fills the whole selection", () => {
    selectFrom(desk, { row: 0, column: 1 }, "cells", "anew");
    selectTo(desk, { row: 2, column: 1 });
    void paste(desk, "0\n");
    expect(changes()).toMatchObject({ changes: [{ places: [1, 3, 5], texts: ["0", "0", "0"] }] });
  });

  it("that does not fit is refused whole, with what there is room for", async () => {
    selectFrom(desk, { row: 1, column: 1 }, "cells", "anew");
    await paste(desk, "1\t2\n");
    expect(notice()).toBe("Nothing was pasted: it has 1 × 2 cells, and from here on there is 1 column.");
    await paste(desk, "1\n2\n3\n");
    expect(notice()).toBe("Nothing was pasted: it has 3 × 1 cells, and from here on there are 2 rows.");
    expect(engine.asked.filter(({ call }) => call === "edit")).toEqual([]);
  });

  it("of more than 20,000 cells is refused: the window would stand still", async () => {
    selectFrom(desk, { row: 0, column: 0 }, "cells", "anew");
    await paste(desk, "1\n".repeat(20_001));
    expect(notice()).toBe("Nothing was pasted: it has 20,001 cells, and 20,000 is the most at once.");
  });

  it("that holds no number is refused whole, and the first bad cell named", async () => {
    selectFrom(desk, { row: 1, column: 0 }, "cells", "anew");
    const pasted = paste(desk, "7\t8\n9\tabc");
    const asked = engine.asked.findLast(({ call }) => call === "edit");
    await asked?.answer(failed(new EditError("“abc” is not a number.", 0, 3).toFault()));
    await pasted;
    expect(notice()).toBe("Nothing was pasted. Row 2, column 1 (jul): “abc” is not a number.");
    expect(desk.store.getState().edits.undo).toBeNull();
  });

  it("is one step of the history", async () => {
    selectFrom(desk, { row: 0, column: 0 }, "cells", "anew");
    void paste(desk, "7\t8");
    const kept = [{ label: null, places: [0, 1], texts: ["7", "8"] }];
    const inverse = [{ label: null, places: [0, 1], texts: [null, null] }];
    await engine.asked.findLast(({ call }) => call === "edit")?.answer(ok({ kept, inverse, nanDelta: 0, views: [] }));
    expect(desk.store.getState().edits).toMatchObject({ changed: 2, undo: "paste of 2 cells" });
  });
});

describe("clearing what is selected", () => {
  it("gives every cell the empty text", () => {
    selectFrom(desk, { row: 0, column: 0 }, "cells", "anew");
    selectWhole(desk, "all");
    void clearSelected(desk);
    expect(changes()).toMatchObject({ changes: [{ places: [0, 1, 2, 3, 4, 5], texts: ["", "", "", "", "", ""] }] });
  });

  it("says why it is refused", async () => {
    selectFrom(desk, { row: 0, column: 0 }, "cells", "anew");
    const cleared = clearSelected(desk);
    const message = "An array of int64 has no room for NaN: every cell is a whole number.";
    await engine.asked.findLast(({ call }) => call === "edit")?.answer(failed(new EditError(message, 0, 0).toFault()));
    await cleared;
    expect(notice()).toBe(`Nothing was cleared. Row 0, column 0 (jan): ${message}`);
  });
});
