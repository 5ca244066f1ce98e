import { clipboardRows } from "@argscope/core/edits/clipboard-rows.ts";
import { describe, expect, test } from "vitest";

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
    expect(clipboardRows(text, ".")).toEqual(rows);
  });

  test("is not parted at a decimal comma", () => {
    expect(clipboardRows("1,5\n2,5", ",")).toEqual([["1,5"], ["2,5"]]);
    expect(clipboardRows("1,5;2,5", ",")).toEqual([["1,5", "2,5"]]);
  });
});
