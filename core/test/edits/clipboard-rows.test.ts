import { ClipboardRows } from "@argscope/core/edits/clipboard-rows.ts";
import { describe, expect, test } from "vitest";

function rowsOf(text: string, point: "." | ","): string[][] {
  const cut = new ClipboardRows(text, point);
  const rows: string[][] = [];
  cut.each((row, column, cell) => {
    rows[row] = rows[row] ?? [];
    (rows[row] as string[])[column] = cell;
  });
  expect(cut.rows).toBe(rows.length);
  expect(cut.cells).toBe(rows.flat().length);
  expect(cut.width).toBe(Math.max(...rows.map((cells) => cells.length)));
  return rows;
}

describe("text from the clipboard", () => {
  test.each([
    ["7", [["7"]]],
    [
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["1\n\n3", [["1"], [""], ["3"]]],
    [
      "1\t\t3\n\t\t",
      [
        ["1", "", "3"],
        ["", "", ""],
      ],
    ],
    [
      'a\t"b\tc"\n"d ""e"""\tf',
      [
        ["a", "b\tc"],
        ['d "e"', "f"],
      ],
    ],
    ['"two\nlines"\t1', [["two\nlines", "1"]]],
    [
      '"open\t1\n2"x\t3',
      [
        ['"open', "1"],
        ['2"x', "3"],
      ],
    ],
    [
      "1,2\n3,4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["1;2", [["1", "2"]]],
    ["1,5\t2,5", [["1,5", "2,5"]]],
    ["", [[""]]],
  ])("%j is %j", (text, rows) => {
    expect(rowsOf(text, ".")).toEqual(rows);
  });

  test("is not parted at a decimal comma", () => {
    expect(rowsOf("1,5\n2,5", ",")).toEqual([["1,5"], ["2,5"]]);
    expect(rowsOf("1,5;2,5", ",")).toEqual([["1,5", "2,5"]]);
  });
});
