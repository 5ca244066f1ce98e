import { failed, ok } from "@argscope/core/contract/result.ts";
import { UnsupportedError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { color, coloredIn, watchColors } from "../../src/state/coloring.ts";
import type { Desk } from "../../src/state/desk.ts";
import { plainSettings, readSettings } from "../../src/state/settings.ts";
import { moveSlice } from "../../src/state/slicing.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, shared } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([2, 2, 1], [1, 2, 3, 4])));
});

const state = () => desk.store.getState();
const scales = () => engine.asked.filter(({ call }) => call === "scale");
const answer = (): Promise<void> =>
  scales()
    .at(-1)
    ?.answer(ok({ low: shared([1], [1]), high: shared([1], [4]) })) ?? Promise.resolve();

describe("the colours of the cells", () => {
  it("reach over what the worker found", async () => {
    void color(desk, "columns");
    expect(scales()[0]?.takes).toMatchObject({ handle: 1, reach: "columns", cells: { shape: [2, 1] } });
    expect(coloredIn(state())).toBeNull();
    await answer();
    const colored = coloredIn(state());
    expect(colored?.reach).toBe("columns");
    expect(desk.shelf.scale(colored?.serial ?? -1)?.high[0]).toBe(4);
  });

  it("are those of the slice that is shown, found anew for another", async () => {
    const stop = watchColors(desk);
    void color(desk, "all");
    await answer();
    moveSlice(desk, 0, 1);
    expect(coloredIn(state())).toBeNull();
    expect(scales()).toHaveLength(2);
    await answer();
    expect(coloredIn(state())).not.toBeNull();
    stop();
  });

  it("go when they are not wanted any more", async () => {
    void color(desk, "all");
    await answer();
    void color(desk, null);
    expect(coloredIn(state())).toBeNull();
    expect(engine.cancelled).toContain("scale");
  });

  it("are refused in a sentence where the cells are no numbers", async () => {
    void color(desk, "all");
    await scales()[0]?.answer(failed(new UnsupportedError("Cells of text have no place on it.").toFault()));
    expect(state().notice?.text).toBe("Cells of text have no place on it.");
    expect(state().coloring.kind).toBe("off");
  });
});

describe("settings that were kept", () => {
  it("are read, and left out where they make no sense", () => {
    expect(readSettings('{"theme":"dark"}')).toEqual({ theme: "dark" });
    for (const kept of [null, "", "null", "7", '{"theme":"pink"}', "{"]) expect(readSettings(kept)).toEqual(plainSettings);
  });
});
