import type { TextBlob } from "@argscope/core/contract/selecting.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { cancelCopying, copySelection } from "../../src/state/copying.ts";
import type { Desk } from "../../src/state/desk.ts";
import { selectFrom, selectWhole } from "../../src/state/selecting.ts";
import { liveDesk } from "../live-desk.ts";

let desk: Desk;
let clipboard: string;
const write = async (text: TextBlob): Promise<void> => {
  clipboard = await text.text();
};
const state = () => desk.store.getState();

beforeEach(async () => {
  clipboard = "";
  desk = await liveDesk("name,a,b\nx,1,2\ny,,5\n");
});

describe("copying", () => {
  it("puts what is selected on the clipboard, and says how much", async () => {
    selectWhole(desk, "all");
    await copySelection(desk, "tsv with headers", write);
    expect(clipboard).toBe("name\ta\tb\r\nx\t1\t2\r\ny\tnan\t5\r\n");
    expect(state().copying).toEqual({ kind: "done", rows: 2, columns: 2, format: "tsv with headers" });
    selectFrom(desk, { row: 0, column: 0 }, "cells", "anew");
    expect(state().copying).toEqual({ kind: "idle" });
    await copySelection(desk, "numpy", write);
    expect(clipboard).toBe("np.array([[1.0]])");
  });

  it("says why it refuses, and leaves the clipboard alone", async () => {
    selectFrom(desk, { row: 0, column: 0 }, "cells", "anew");
    selectFrom(desk, { row: 1, column: 1 }, "cells", "more");
    await copySelection(desk, "tsv", write);
    expect(state().notice?.text).toMatch(/do not make one table/u);
    desk = await liveDesk("np.broadcast_to(np.arange(10), (2147483648, 10))");
    selectWhole(desk, "all");
    await copySelection(desk, "tsv", write);
    expect(state().notice?.text).toMatch(/no more than 16,000,000 characters/u);
    expect(clipboard).toBe("");
  });

  it("says when the system does not take it", async () => {
    selectWhole(desk, "all");
    await copySelection(desk, "tsv", () => Promise.reject(new Error("denied")));
    expect(state().notice?.text).toMatch(/did not take it \(denied\)/u);
    expect(state().copying).toEqual({ kind: "idle" });
  });

  it("stops when it is cancelled", async () => {
    selectWhole(desk, "all");
    const copying = copySelection(desk, "tsv", write);
    cancelCopying(desk);
    await copying;
    expect({ clipboard, copying: state().copying, notice: state().notice }).toEqual({
      clipboard: "",
      copying: { kind: "idle" },
      notice: null,
    });
  });
});
