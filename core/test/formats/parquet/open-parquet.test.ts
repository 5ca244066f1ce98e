import { describe, expect, it } from "vitest";
import { openData } from "../../../src/formats/open/open-data.ts";
import { fixture } from "../open/fixture.ts";
import { asTable, columnsOf, fileOf } from "../open/source.ts";

const open = (name: string) => openData(fileOf(fixture(name), name));

describe("a Parquet file", () => {
  it("has typed columns, over several row groups, with missing values", async () => {
    const data = asTable(await open("types.parquet"));
    expect(columnsOf(data)).toEqual({
      i32: [0, 1, 2, 3, 4],
      i64: [0, 1, 9007199254740993n, 3, 4],
      u32: [4294967295, 4294967294, 4294967293, 4294967292, 4294967291],
      f32: [0, 0.25, 0.5, 0.75, 1],
      f64: [0, Number.NaN, 0.2, 0.3, 0.4],
      dec: [0.1, 0.4, 0.7, 1, 1.3],
      ok: ["true", "false", "true", "", "true"],
      text: ["t0é", "t1é", "", "t0é", "t1é"],
      day: ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"],
      ms: [0, 1, 2, 3, 4].map((second) => `2026-01-01T12:30:0${second}.000`),
      us: [9, 8, 7, 6, 5].map((last) => `1969-12-31T23:59:59.99999${last}`),
    });
    expect(data.table.columns.map(({ dtype }) => dtype)).toEqual([
      ...["int64", "int64", "int64", "float64", "float64", "float64"],
      ...["text", "text", "datetime64[D]", "datetime64[ms]", "datetime64[us]"],
    ]);
    expect(data.sentences).toEqual([
      "5 rows, 6 columns of numbers, 3 columns of dates and 2 columns of text.",
      "1 missing cell became NaN, the first in row 1.",
      "1 whole number beyond 2^53 became the nearest float64, the first in row 2.",
      'Column "ok" stays text: it would be true and false, but a cell is missing in row 3.',
      'Column "day" holds dates (datetime64[D]).',
      'Column "ms" holds dates (datetime64[ms]).',
      'Column "us" holds dates (datetime64[us]).',
      'Column "list" holds lists or structs, and was passed over.',
    ]);
    data.release();
  });

  it.each(["none", "gzip", "zstd", "lz4", "brotli"])("may be compressed: %s", async (codec) => {
    const data = asTable(await open(`${codec}.parquet`));
    const { a = [], b = [] } = columnsOf(data);
    expect(a).toEqual(Array.from({ length: 100 }, (_, k) => k * 0.1));
    expect(b).toEqual(Array.from({ length: 100 }, (_, k) => k % 7));
    data.release();
  });

  it("may name its columns as it likes", async () => {
    const data = asTable(await open("odd-names.parquet"));
    expect(data.table.columns.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(data.table.block().toNested()).toEqual([
      [1.5, 3],
      [2.5, 4],
    ]);
    data.release();
  });

  it("has times of day as text, with the digits behind the second that they have", async () => {
    const data = asTable(await open("times.parquet"));
    expect(columnsOf(data)).toEqual({
      s: ["06:30:00", "", "23:59:59.5"],
      us: ["00:00:00", "00:00:00.000001", ""],
      ns: ["01:00:00.000000001", "00:00:00", "23:59:59.999999999"],
    });
    data.release();
  });

  it("of DuckDB has intervals as durations of ISO 8601, months apart from days, and its identifiers as text", async () => {
    const data = asTable(await open("duckdb.parquet"));
    expect(columnsOf(data)).toEqual({
      n: [0, 1, 2],
      dt: ["PT0S", "PT25H", "PT50H"],
      every: ["PT0S", "P1MT0.25S", "P2MT0.5S"],
      id: [0, 1, 2].map((last) => `00000000-0000-4000-8000-00000000000${last}`),
    });
    data.release();
  });

  it("of nothing but lists and structs is refused in one sentence", async () => {
    await expect(open("nested.parquet")).rejects.toThrow(
      "nested.parquet has no column with one value a row: all 2 columns hold lists or structs. Write them as columns first.",
    );
  });

  it("without rows is a table without rows", async () => {
    const data = asTable(await open("no-rows.parquet"));
    expect(data.table.block().shape).toEqual([0, 1]);
    data.release();
  });

  it("that is cut off is refused with its name", async () => {
    const bytes = fixture("types.parquet");
    for (const length of [4, 11, 500, bytes.length - 1]) {
      await expect(openData(fileOf(bytes.subarray(0, length), "cut.parquet"))).rejects.toMatchObject({
        tag: "Format",
        message: expect.stringContaining("cut.parquet"),
      });
    }
  });

  it("whose page claims more values than its rows have is refused with the byte", async () => {
    // The first page header of plain.parquet: num_values stands as the zigzag varint of 4 in it.
    const bytes = fixture("plain.parquet");
    const at = bytes.findIndex((byte, k) => k > 4 && byte === 0x15 && bytes[k + 1] === 8 && bytes[k + 2] === 0x15);
    expect(at).toBeGreaterThan(0);
    bytes[at + 1] = 10;
    await expect(openData(fileOf(bytes, "liar.parquet"))).rejects.toMatchObject({
      tag: "Format",
      message: "liar.parquet: A page of the Parquet file claims 5 values, and the rows have 4 more (byte 4).",
      place: { byte: 4 },
    });
  });
});
