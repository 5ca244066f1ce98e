import { expect, test } from "vitest";
import { ownKind, safeFileName } from "../../main/files/name.ts";

test.each([
  ["result.csv", "result.csv"],
  ["Zürich 2024 — argmin.csv", "Zürich 2024 — argmin.csv"],
  ["../../etc/passwd", "_.._etc_passwd"],
  ["C:\\windows\\x.csv", "C__windows_x.csv"],
  ["a\u0000b\nc.csv", "a_b_c.csv"],
  ["...", "result"],
  ["", "result"],
  [".hidden", "hidden"],
])("the suggestion %j becomes the bare name %j", (suggestion, name) => {
  expect(safeFileName(suggestion)).toBe(name);
});

test("a name is cut to 120 characters and never in the middle of one", () => {
  expect(safeFileName("x".repeat(300))).toBe("x".repeat(120));
  expect(safeFileName(`${"x".repeat(119)}😀😀`)).toBe(`${"x".repeat(119)}😀`);
});

test("a long name keeps its ending, without which no program knows the file", () => {
  expect(safeFileName(`${"x".repeat(195)} argmin axis 0.csv`)).toBe(`${"x".repeat(116)}.csv`);
});

test("the kind of a file is its ending's; without one there is none to offer", () => {
  expect(ownKind("temperatures argmin.csv")).toEqual([{ name: "CSV file", extensions: ["csv"] }]);
  expect(ownKind("a.b.NPY")).toEqual([{ name: "NPY file", extensions: ["npy"] }]);
  expect(ownKind("result")).toEqual([]);
});
