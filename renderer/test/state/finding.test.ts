import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { closeFind, findNext, openFind, seek } from "../../src/state/finding.ts";
import { selectFrom } from "../../src/state/selecting.ts";
import { liveDesk } from "../live-desk.ts";

let desk: Desk;
const finding = () => desk.store.getState().finding;
const sought = (text: string, matchCase = false) => ({ text, matchCase });
const at = (row: number, column: number) => ({ row, column });

function place(): string {
  const now = finding();
  if (now.kind === "closed" || now.hit.kind !== "at") return now.kind === "closed" ? "closed" : now.hit.kind;
  return `${now.hit.place.row},${now.hit.place.column}${now.hit.wrapped === "no" ? "" : ` ${now.hit.wrapped}`}`;
}

beforeEach(async () => {
  desk = await liveDesk("name,a,b\nten,1,10\nx,,5\nTen,10,8\n");
  openFind(desk);
});

describe("finding", () => {
  it("begins at the present cell, goes on, and says where it wraps", async () => {
    await seek(desk, sought("10"));
    expect(place()).toBe("0,1");
    await findNext(desk, 1);
    expect(place()).toBe("2,0");
    await findNext(desk, 1);
    expect(place()).toBe("0,1 past the end");
    await findNext(desk, -1);
    expect(place()).toBe("2,0 past the start");
    selectFrom(desk, at(1, 1), "cells", "anew");
    await findNext(desk, -1);
    expect(place()).toBe("0,1");
  });

  it("looks at labels, and selects their rows", async () => {
    await seek(desk, sought("ten"));
    expect(place()).toBe("0,-1");
    await findNext(desk, 1);
    expect(place()).toBe("2,-1");
    expect(desk.store.getState().selected).toMatchObject({ unit: "rows", anchor: at(2, 0) });
    await seek(desk, sought("Ten", true));
    expect(place()).toBe("2,-1");
  });

  it("counts them all", async () => {
    await seek(desk, sought("> 4"));
    expect(finding()).toMatchObject({ count: { found: 4, done: 1000 } });
    await seek(desk, sought("nan"));
    expect(finding()).toMatchObject({ hit: { place: at(1, 0) }, count: { found: 1 } });
  });

  it("says what is nowhere, and asks nothing for nothing", async () => {
    await seek(desk, sought("eleven"));
    expect(place()).toBe("nowhere");
    await seek(desk, sought("  "));
    expect(place()).toBe("none");
  });

  it("goes on from where each key led, however fast they are pressed", async () => {
    await seek(desk, sought("1"));
    expect(place()).toBe("0,0");
    void findNext(desk, 1);
    await findNext(desk, 1);
    expect(place()).toBe("2,0");
  });

  it("keeps what was looked for when it is closed, and opens again with F3", async () => {
    await seek(desk, sought("5"));
    closeFind(desk);
    expect(finding()).toEqual({ kind: "closed", sought: sought("5") });
    await findNext(desk, 1);
    expect(place()).toBe("1,1 past the end");
  });

  it("of several searches only the last one counts", async () => {
    desk = await liveDesk("np.zeros((2000, 1000))");
    openFind(desk);
    const first = seek(desk, sought("= 1"));
    await seek(desk, sought("= 0"));
    await first;
    expect(finding()).toMatchObject({ sought: sought("= 0"), count: { found: 2_000_000, done: 1000 } });
    expect(place()).toBe("0,0");
  });
});
