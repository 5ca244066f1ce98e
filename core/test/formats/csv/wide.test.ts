import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/formats/csv/index.ts";
import type { Table } from "../../../src/table/table.ts";
import { seeded } from "./seeded.ts";

/** What a column's cells are made of. */
const sorts = {
  fraction: (random: () => number) => (random() * 1000).toFixed(3),
  whole: (random: () => number) => String(Math.floor(random() * 1000)),
  large: (random: () => number) => `90071992547409${Math.floor(random() * 100) + 93}`,
  gapped: (random: () => number) => (random() < 0.3 ? ["", "NA", "nan"][Math.floor(random() * 3)] : random().toFixed(2)) ?? "",
  gappedWhole: (random: () => number) => (random() < 0.3 ? "" : String(Math.floor(random() * 9))),
  empty: () => "",
  words: (random: () => number) => ["red", "blue", '"a, b"', ""][Math.floor(random() * 4)] ?? "",
  broken: (random: () => number) => (random() < 0.2 ? "7 m" : "7.5"),
  quoted: (random: () => number) => `"${Math.floor(random() * 100)}"`,
};
type Sort = keyof typeof sorts;

/** All that a table says of a column, and its cells. */
function columnsOf(table: Table): unknown[] {
  const block = table.block();
  const [, width = 0] = block.shape;
  const values = block.toNested() as unknown[][];
  const found = table.columns.map((column) => {
    if (column.kind === "label") {
      return ["text", column.name, column.missing, Array.from({ length: table.rowCount }, (_, row) => column.text(row))];
    }
    const cells = values.map((row) => (width === 0 ? null : Number(row[column.blockColumn])));
    return ["number", column.name, column.dtype, column.missing, cells];
  });
  table.free();
  return found;
}

/** A file with a column of each sort that is named, behind one of labels and one that is certainly of numbers. */
function fileOf(columns: readonly Sort[], rows: number, seed: number, from = 0): string {
  const cells = columns.map((sort, k) => {
    const random = seeded(seed + from + k);
    return Array.from({ length: rows }, () => sorts[sort](random));
  });
  const line = (row: number): string => [`r${row}`, `${row}.5`, ...cells.map((column) => column[row] ?? "")].join(",");
  const head = ["id", "x", ...columns.map((_, k) => `c${from + k}`)].join(",");
  return `${[head, ...Array.from({ length: rows }, (_, row) => line(row))].join("\n")}\n`;
}

const all = Object.keys(sorts) as Sort[];

describe("a column of a file with thousands of them", () => {
  it.each([
    ["nearly all of them fractions", 5000, (random: () => number): Sort => (random() < 0.98 ? "fraction" : pick(random))],
    ["nearly all of them whole", 5000, (random: () => number): Sort => (random() < 0.98 ? "whole" : pick(random))],
    ["all of them fractions", 5000, (): Sort => "fraction"],
    ["all of them whole", 5000, (): Sort => "whole"],
    ["nearly all of them text", 5000, (random: () => number): Sort => (random() < 0.98 ? "words" : pick(random))],
    ["of every sort", 5000, pick],
  ])("is what it is in a file with a few, %s", async (what, count, sortOf) => {
    const random = seeded(what.length);
    const columns = Array.from({ length: count }, () => sortOf(random));
    for (const rows of [1, 2, 7]) {
      const wide = columnsOf(await readCsv(new TextEncoder().encode(fileOf(columns, rows, 11))));
      expect(wide).toHaveLength(count + 2);
      const step = 250;
      for (let from = 0; from < count; from += step) {
        const text = fileOf(columns.slice(from, from + step), rows, 11, from);
        const narrow = columnsOf(await readCsv(new TextEncoder().encode(text)));
        expect(wide.slice(2 + from, 2 + from + step)).toEqual(narrow.slice(2));
      }
    }
  });
});

function pick(random: () => number): Sort {
  return all[Math.floor(random() * all.length)] ?? "fraction";
}
