// @ts-check
import { expect, test } from "vitest";
import { alignedTable } from "./table.mjs";

test("columns line up, numbers to the right", () => {
  expect(alignedTable("city,value\r\nOslo,7\r\nRio,nan\r\n")).toBe("city  value\nOslo      7\nRio     nan");
});

test("a quoted cell keeps its commas, quotes and line ends", () => {
  expect(alignedTable('a,b\n"x, ""y""",1\n')).toBe('a       b\nx, "y"  1');
});

test("an empty cell keeps its place, at the end of a line too", () => {
  expect(alignedTable("a,b,c\n1,,3\n4,5,\n")).toBe("a  b  c\n1     3\n4  5");
});

test("a long table says how many rows it leaves out", () => {
  const lines = alignedTable(`n\n${Array.from({ length: 100 }, (_, at) => `${at}\n`).join("")}`).split("\n");
  expect(lines.at(-1)).toBe("… and 41 more rows");
});
