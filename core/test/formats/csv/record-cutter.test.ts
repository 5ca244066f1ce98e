import { describe, expect, it } from "vitest";
import type { CutRecords } from "../../../src/formats/csv/cut-records.ts";
import { type Dialect, plainDialect } from "../../../src/formats/csv/dialect.ts";
import { NumberReader } from "../../../src/formats/csv/number.ts";
import { cutRecords } from "../../../src/formats/csv/record-cutter.ts";

const encoder = new TextEncoder();
const cut = (text: string, dialect: Partial<Dialect> = {}, final = true, limit = Infinity): CutRecords =>
  cutRecords(encoder.encode(text), 0, { ...plainDialect, ...dialect }, limit, final);

/** Every record's cells, as they stand between their quotes. */
function textsOf(text: string, records: CutRecords): string[][] {
  return Array.from({ length: records.count }, (_, row) => {
    const first = records.firstCell(row);
    return Array.from({ length: records.width(row) }, (_, k) =>
      text.slice(records.cellStart(first + k), records.cellEnd(first + k)),
    );
  });
}

describe("cutting records", () => {
  it("knows each record's line, place and cells", () => {
    const text = '\na,"b\n,"\r\n\r\n"x""y",\rlast';
    const records = cut(text);
    expect(textsOf(text, records)).toEqual([["a", "b\n,"], ['x""y', ""], ["last"]]);
    expect([0, 1, 2].map((row) => records.line(row))).toEqual([2, 5, 6]);
    expect([0, 1, 2].map((row) => records.start(row))).toEqual([1, 12, 20]);
    expect([0, 1, 2].map((row) => records.next(row))).toEqual([10, 20, 25]);
    expect([0, 1, 2, 3].map((cell) => records.isQuoted(cell))).toEqual([false, true, true, false]);
  });

  it("leaves out a record whose end is not among the bytes, unless nothing follows them", () => {
    expect(cut("a,b\nc,d", {}, false).count).toBe(1);
    expect(cut("a,b\nc,d", {}, true).count).toBe(2);
    // A CR may be half of a line ending.
    expect(cut("a,b\r", {}, false).count).toBe(0);
  });

  it("tells whether rows of empty cells were left out", () => {
    expect(cut("a,b\n,\nc,d\n", { dropEmptyRows: true })).toMatchObject({ count: 2, dropped: true });
    expect(cut("a,b\n,\nc,d\n")).toMatchObject({ count: 3, dropped: false });
    expect(cut("a,b\n\nc,d\n", { dropEmptyRows: true })).toMatchObject({ count: 2, dropped: false });
  });

  it("holds any number of cells and records", () => {
    const wide = Array.from({ length: 100_000 }, (_, k) => k).join(",");
    expect(cut(`${wide}\n${wide}\n`)).toMatchObject({ count: 2, cells: 200_000 });
    expect(cut("1,2\n".repeat(50_000))).toMatchObject({ count: 50_000, cells: 100_000 });
    expect(cut("1,2\n".repeat(50), {}, true, 7).count).toBe(7);
  });
});

describe("cells that are plainly numbers", () => {
  const parts = ["", "0", "7", "12", ".", "5", "e", "E", "+", "-", "3", "x", " "];
  const cells = parts.flatMap((a) => parts.flatMap((b) => parts.flatMap((c) => parts.map((d) => a + b + c + d))));

  it.each([
    [".", ";"],
    [",", ";"],
    [".", ","],
  ] as const)("are those that a number's reader takes whole, with point %s", (point, delimiter) => {
    const dialect = { delimiter: delimiter.charCodeAt(0), point: point.charCodeAt(0) };
    const texts = cells.map((cell) => cell.replaceAll(".", point));
    const text = texts.join(delimiter);
    const bytes = encoder.encode(text);
    const records = cut(text, dialect);
    expect(records.cells).toBe(texts.length);
    const reader = new NumberReader(dialect.point);
    const others = texts.filter((_, k) => {
      const [start, end] = [records.cellStart(k), records.cellEnd(k)];
      const isNumber = reader.read(bytes, start, end) && reader.next === end;
      return (records.numbers[k] === 1) !== isNumber;
    });
    expect(others).toEqual([]);
  });

  it("are none where quotes are", () => {
    const records = cut('"1",2\n');
    expect([...records.numbers.subarray(0, 2)]).toEqual([0, 1]);
  });
});
