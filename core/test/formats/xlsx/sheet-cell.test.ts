import { expect, test } from "vitest";
import { sheetCell } from "../../../src/formats/xlsx/sheet-cell.ts";

test.each([
  ["a day", Date.UTC(2026, 0, 31), "2026-01-31"],
  ["a moment", Date.UTC(2026, 0, 31, 12, 30), "2026-01-31T12:30:00"],
  ["a time of day", Date.UTC(1899, 11, 30, 12), "12:00:00"],
  ["a time of day, counted from one day later", Date.UTC(1899, 11, 31, 12), "12:00:00"],
  ["a day before all that spreadsheets count", Date.UTC(1899, 11, 25), "1899-12-25"],
  ["a moment before them", Date.UTC(1790, 5, 24, 12), "1790-06-24T12:00:00"],
])("%s keeps what it says", (_, time, text) => {
  expect(sheetCell(new Date(time))).toBe(text);
});
