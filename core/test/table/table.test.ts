import { describe, expect, it } from "vitest";
import { ValueError } from "../../src/errors.ts";
import { readCsv } from "../../src/formats/csv/index.ts";
import { Growing } from "../../src/table/growing.ts";

const read = (text: string, options = {}) => readCsv(new TextEncoder().encode(text), options);
const table = await read("city,a,b,land,c\nOslo,1.0,2.0,Norway,3.0\nRome,4,5,Italy,6\n");

describe("a table's block", () => {
  it("is every column of numbers, in file order", () => {
    expect(table.block().toNested()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(table.numberColumns.map((column) => [column.name, column.index, column.blockColumn])).toEqual([
      ["a", 1, 0],
      ["b", 2, 1],
      ["c", 4, 2],
    ]);
  });

  it.each<[string[], number[][]]>([
    [["b"], [[2], [5]]],
    [
      ["a", "b"],
      [
        [1, 2],
        [4, 5],
      ],
    ],
    [
      ["a", "c"],
      [
        [1, 3],
        [4, 6],
      ],
    ],
    [
      ["c", "b", "a"],
      [
        [3, 2, 1],
        [6, 5, 4],
      ],
    ],
  ])("of columns %j is a view", (names, rows) => {
    const view = table.block(names);
    expect(view.toNested()).toEqual(rows);
    expect(view.data).toBe(table.block().data);
  });

  it("of unevenly spaced columns is a copy", () => {
    const copy = table.block(["a", "c", "b"]);
    expect(copy.toNested()).toEqual([
      [1, 3, 2],
      [4, 6, 5],
    ]);
    expect(copy.data).not.toBe(table.block().data);
  });

  it("refuses names that are not there, with the nearest, and numbers beside text", () => {
    expect(() => table.block(["x"])).toThrow('There is no column named "x".');
    expect(() => table.block(["citi"])).toThrow('There is no column named "citi" (did you mean city?).');
    expect(() => table.block(["city", "a"])).toThrow(ValueError);
  });
});

describe("a table's labels", () => {
  it("are its columns of text, row by row", () => {
    expect(table.labels.map((label) => [label.name, label.index, label.text(0), label.text(1)])).toEqual([
      ["city", 0, "Oslo", "Rome"],
      ["land", 3, "Norway", "Italy"],
    ]);
    expect(() => table.labels[0]?.text(2)).toThrow(RangeError);
  });

  it("stand as UTF-8 in one array, with where each ends", () => {
    const [city] = table.labels;
    expect(city?.ends.toNested()).toEqual([4, 8]);
    expect(city?.bytes.dtype).toBe("uint8");
  });
});

describe("an array that grows", () => {
  it.each([0, 1, 3, 100, 5000])("holds %i rows in order, whatever was expected", (rows) => {
    const growing = new Growing<Float64Array>("float64", 2, 3);
    for (let row = 0; row < rows; row++) {
      growing.reserve(2);
      growing.slab[growing.used++] = row;
      growing.slab[growing.used++] = -row;
    }
    const array = growing.finish([rows, 2]);
    expect(array.toNested()).toEqual(Array.from({ length: rows }, (_, row) => [row, -row]));
    expect(array.data.length).toBe(2 * rows);
  });
});
