import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recalled, remember } from "../../src/state/remembered.ts";

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("how files are read", () => {
  it("is remembered by file, and recalled by the file's size", () => {
    remember("10:aa", { delimiter: ";" });
    remember("10:bb", { header: 2 });
    remember("20:cc", { header: 3 });
    expect(recalled(10)).toEqual([
      { fingerprint: "10:aa", options: { delimiter: ";" } },
      { fingerprint: "10:bb", options: { header: 2 } },
    ]);
    expect(recalled(1)).toEqual([]);
  });

  it("is the latest choice, and is forgotten with none", () => {
    remember("10:aa", { delimiter: ";" });
    remember("10:aa", { delimiter: "|" });
    expect(recalled(10)).toEqual([{ fingerprint: "10:aa", options: { delimiter: "|" } }]);
    remember("10:aa", {});
    expect(recalled(10)).toEqual([]);
  });

  it("is remembered of so many files only: the oldest choice goes first", () => {
    for (let k = 0; k < 300; k++) remember(`7:${k}`, { header: 1 });
    expect(recalled(7)).toHaveLength(200);
    expect(recalled(7)[0]?.fingerprint).toBe("7:100");
  });

  it("is nothing where what is kept is not ours, or nothing may be kept", () => {
    kept.set("argscope.reading", "{oops");
    expect(recalled(1)).toEqual([]);
    kept.set("argscope.reading", '[1, {"fingerprint": 3}, {"fingerprint": "1:a", "options": {}}]');
    expect(recalled(1)).toEqual([{ fingerprint: "1:a", options: {} }]);
    vi.stubGlobal("localStorage", undefined);
    expect(recalled(1)).toEqual([]);
    expect(() => remember("1:a", { header: 1 })).not.toThrow();
  });
});
