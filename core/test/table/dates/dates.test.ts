import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datetimeText, unitOf } from "../../../src/array/datetime.ts";
import { type CsvOptions, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";
import { countOf } from "../../../src/table/dates/date-column.ts";
import { DateReader } from "../../../src/table/dates/date-reader.ts";

/** Nanoseconds since 1970 in the years that int64 counts them in. */
const moments = fc.bigInt({ min: -9_214_560_000_000_000_000n, max: 9_214_646_399_999_999_999n });

const nanoseconds = { D: 86_400_000_000_000n, s: 1_000_000_000n, ms: 1_000_000n, us: 1000n, ns: 1n } as const;

/** A column of these cells, beside one of numbers. */
async function column(cells: readonly string[], options: CsvOptions = {}) {
  const rows = cells.map((cell, k) => `"${cell}",${k}`);
  const table = await readCsv(new TextEncoder().encode(`when,n\n${rows.join("\n")}\n`), options);
  const [{ dtype = "" } = {}] = table.labels;
  return { dtype, table, values: dtype.startsWith("datetime") ? table.block(["when"]).toNested() : null };
}

describe("a column of dates", () => {
  it.each<[string, string[], string, string]>([
    ["ISO 8601", ["2024-03-07", "1969-12-31"], "datetime64[D]", "2024-03-07"],
    ["ISO 8601 with a time", ["2024-03-07T12:30", "2024-03-07 12:30:15"], "datetime64[s]", "2024-03-07T12:30:00"],
    ["thousandths", ["2024-03-07T12:30:00.25"], "datetime64[ms]", "2024-03-07T12:30:00.250"],
    ["millionths", ["2024-03-07T12:30:00.000001"], "datetime64[us]", "2024-03-07T12:30:00.000001"],
    ["billionths", ["2024-03-07T12:30:00.000000001"], "datetime64[ns]", "2024-03-07T12:30:00.000000001"],
    ["a Z", ["2024-03-07T12:30:00Z"], "datetime64[s]", "2024-03-07T12:30:00"],
    ["an offset", ["2024-03-07T00:30:00+02:00", "2024-03-07T00:30:00-0330"], "datetime64[s]", "2024-03-06T22:30:00"],
    ["Y/m/d", ["2024/3/7", "2024/12/25"], "datetime64[D]", "2024-03-07"],
    ["d.m.Y", ["7.3.2024", "25.12.2024"], "datetime64[D]", "2024-03-07"],
    ["d/m/Y", ["07/03/2024", "25/12/2024"], "datetime64[D]", "2024-03-07"],
    ["m/d/Y", ["03/07/2024", "12/25/2024"], "datetime64[D]", "2024-03-07"],
    ["m/d/Y with a clock of 12 hours", ["03/07/2024 12:05 AM", "12/25/2024 1:05 PM"], "datetime64[s]", "2024-03-07T00:05:00"],
    ["a month's name", ["7 Mar 2024", "25-December-2024"], "datetime64[D]", "2024-03-07"],
    ["a month's name first", ["March 7, 2024", "Sept. 25 2024"], "datetime64[D]", "2024-03-07"],
  ])("may be written as %s", async (_, cells, dtype, first) => {
    const { dtype: found, values } = await column(cells);
    expect(found).toBe(dtype);
    expect(values).toMatchObject([[first]].concat(cells.slice(1).map(() => [expect.any(String)])));
  });

  it("keeps its text as it was written", async () => {
    const { table } = await column(["7.3.2024", "25.12.2024"]);
    expect(table.labels[0]?.text(0)).toBe("7.3.2024");
  });

  it("stays text where each may be day first or month first, and the receipt says so", async () => {
    const { dtype, table } = await column(["03/03/2024", "03/04/2024", "12/01/2024"]);
    expect(dtype).toBe("text");
    expect(receiptSentences(table.receipt)).toContain(
      'Column "when" stays text: its dates may be day first or month first, "03/04/2024" in row 1 for one. Say which.',
    );
  });

  it("is read in the order that is chosen", async () => {
    const cells = ["03/04/2024", "12/01/2024"];
    expect((await column(cells, { dates: "dmy" })).values).toEqual([["2024-04-03"], ["2024-01-12"]]);
    expect((await column(cells, { dates: "mdy" })).values).toEqual([["2024-03-04"], ["2024-12-01"]]);
  });

  it("needs no choice where day and month are the same number throughout", async () => {
    expect((await column(["03/03/2024", "05/05/2024"])).values).toEqual([["2024-03-03"], ["2024-05-05"]]);
  });

  it.each<[string, string[]]>([
    ["a day that is none", ["2024-02-30", "2024-03-01"]],
    ["a 29 February in a common year", ["2023-02-29", "2023-03-01"]],
    ["two orders in one column", ["2024-03-07", "07.03.2024"]],
    ["other text far down", ["2024-03-07", "2024-03-08", "soon"]],
    ["an offset in some cells alone", ["2024-03-07T12:30:00Z", "2024-03-07T12:30:00"]],
    ["nanoseconds in years that int64 does not count them in", ["1200-03-07T12:30:00.000000001"]],
    ["a 25th hour", ["2024-03-07 25:00"]],
    ["13 on a clock of 12 hours", ["2024-03-07 13:00 pm"]],
    ["times without a day", ["12:30", "13:45"]],
    ["years and months alone", ["2010-11", "2011-12"]],
  ])("is text with %s", async (_, cells) => {
    expect((await column(cells)).dtype).toBe("text");
  });

  it("has NaT where a cell is missing, and counts it", async () => {
    const { values, table } = await column(["2024-03-07", "", "NA"]);
    expect(values).toEqual([["2024-03-07"], ["NaT"], ["NaT"]]);
    expect(table.labels[0]?.missing).toBe(2);
  });

  it("counts days as the calendar has them", async () => {
    const days = ["0001-01-01", "1582-10-15", "1900-03-01", "2000-02-29", "9999-12-31"];
    expect((await column(days)).values).toEqual(days.map((day) => [day]));
  });

  it("reads back what NumPy's own text says, to the last digit", () => {
    const reader = new DateReader();
    fc.assert(
      fc.property(moments, fc.constantFrom("D", "s", "ms", "us", "ns"), (moment, unit) => {
        const count = moment / nanoseconds[unit];
        const text = datetimeText(count, unitOf(`datetime64[${unit}]`));
        expect(reader.read(text, "ymd")).toBe(true);
        expect(countOf(reader, unit)).toBe(count);
        expect(reader.read(text.replace("T", " "), "ymd")).toBe(true);
        expect(countOf(reader, unit)).toBe(count);
      }),
    );
  });
});
