import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { mappingFor, rememberMapping } from "../../src/state/mapping-memory.ts";

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const cube = { name: "cube.npy", shape: [3, 4, 5] };

it("the mapping of an array is the one that was chosen last for its name and shape", () => {
  expect(mappingFor(cube)).toBeNull();
  rememberMapping(cube, { rowAxis: 2, columnAxis: 0 });
  rememberMapping(cube, { rowAxis: 0, columnAxis: 1 });
  expect(mappingFor(cube)).toEqual({ rowAxis: 0, columnAxis: 1 });
  expect(mappingFor({ ...cube, shape: [3, 4, 6] })).toBeNull();
  expect(mappingFor({ ...cube, name: "other.npy" })).toBeNull();
});

it("so many arrays are remembered and no more: the one that was chosen longest ago goes first", () => {
  for (let k = 0; k < 100; k++) rememberMapping({ ...cube, name: `${k}.npy` }, { rowAxis: 0, columnAxis: 2 });
  expect(mappingFor({ ...cube, name: "99.npy" })).not.toBeNull();
  expect(mappingFor({ ...cube, name: "36.npy" })).not.toBeNull();
  expect(mappingFor({ ...cube, name: "35.npy" })).toBeNull();
});

it.each([
  "not json",
  "{}",
  "[1, null, [2], [[], 3]]",
  '[["cube.npy 3x4x5", {"rowAxis": 1, "columnAxis": 1}]]',
  '[["cube.npy 3x4x5", {"rowAxis": 0, "columnAxis": 3}]]',
  '[["cube.npy 3x4x5", {"rowAxis": "0"}]]',
])("what someone else left in its place is no mapping: %s", (text) => {
  stored.set("argscope.mappings", text);
  expect(mappingFor(cube)).toBeNull();
});

it("nothing is remembered where the page may not store", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("denied");
    },
  });
  rememberMapping(cube, { rowAxis: 0, columnAxis: 1 });
  expect(mappingFor(cube)).toBeNull();
});
