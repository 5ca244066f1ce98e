import { describe, expect, it } from "vitest";
import { commands } from "../../src/app/commands.ts";
import { GROUPS } from "../../src/state/commands.ts";

describe("the list of commands", () => {
  it("has every command once", () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it("gives no keys to two of them", () => {
    const keys = commands.flatMap((command) => command.keys.map((each) => each.toLowerCase()));
    expect(keys.filter((each, k) => keys.indexOf(each) !== k)).toEqual([]);
  });

  it("has keys, or a place in a menu, for each, so that the keyboard reaches everything that the mouse does", () => {
    expect(commands.filter(({ keys, menu = [] }) => keys.length + menu.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it("shows every group of the keyboard map some keys", () => {
    const withKeys = new Set(commands.filter(({ keys }) => keys.length > 0).map(({ group }) => group));
    expect(GROUPS.filter((group) => !withKeys.has(group))).toEqual([]);
  });
});
