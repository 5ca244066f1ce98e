import { describe, expect, it } from "vitest";
import type { ByteSource } from "../../../src/formats/byte-source.ts";
import { firstData } from "../../../src/formats/open/first-data.ts";
import { openData } from "../../../src/formats/open/open-data.ts";
import { deflated } from "../zip/zip-of.ts";
import { fixture } from "./fixture.ts";
import { asArray, asTable, columnsOf, fileOf } from "./source.ts";

/** A file that knows what was read of it. */
function counted(bytes: Uint8Array): { source: ByteSource; reads: (readonly [start: number, end: number])[] } {
  const reads: (readonly [number, number])[] = [];
  const source = fileOf(bytes);
  return {
    source: {
      ...source,
      read(start, end) {
        reads.push([start, end]);
        return source.read(start, end);
      },
    },
    reads,
  };
}

const records = Array.from({ length: 50_000 }, (_, row) => ({ id: row, name: `row "${row}" [of] {many}, é`, x: row / 7 }));

describe("the first rows of a JSON file", () => {
  it.each([
    ["records on lines", records.map((record) => JSON.stringify(record)).join("\n")],
    ["a list of records", JSON.stringify(records, null, 1)],
  ])("that is %s are those of the whole, without reading it", async (_, text) => {
    const bytes = new TextEncoder().encode(text);
    const { source, reads } = counted(bytes);
    const data = await firstData(source, "json", {}, 200);
    const columns = columnsOf(asTable(data ?? expect.fail("no rows")));
    expect(columns).toEqual({
      id: records.slice(0, 200).map(({ id }) => id),
      name: records.slice(0, 200).map(({ name }) => name),
      x: records.slice(0, 200).map(({ x }) => x),
    });
    expect(Math.max(...reads.map(([, end]) => end))).toBeLessThan(bytes.length / 2);
    data?.kind !== "choice" && data?.release();
  });

  it("that is nested arrays are its first arrays", async () => {
    const data = asArray((await firstData(fileOf("[[1, 2], [3, 4], [5, 6], [7"), "json", {}, 2)) ?? expect.fail("no rows"));
    expect(data.array.toNested()).toEqual([
      [1n, 2n],
      [3n, 4n],
    ]);
    data.release();
  });

  it.each(['{"a": [1, 2, 3], "b": [4, 5', "[[1, 2, 3", "[", ""])("cannot be had of %j", async (text) => {
    expect(await firstData(fileOf(text), "json", {}, 200)).toBeNull();
  });
});

describe("the first rows of a Parquet file", () => {
  it("are read from its first pages", async () => {
    const bytes = fixture("pages.parquet");
    const { source, reads } = counted(bytes);
    const data = asTable((await firstData(source, "parquet", {}, 200)) ?? expect.fail("no rows"));
    expect(columnsOf(data)["x"]).toEqual(
      Array.from({ length: 200 }, (_, row) => Math.sin(row)).map((x) => expect.closeTo(x, 14)),
    );
    // After the footer at the file's end one read, which stops short of the column's.
    const [, ...pages] = reads;
    expect(pages).toEqual([[4, 4 + (1 << 17)]]);
    data.release();
  });

  it.each([
    [0, 1],
    [3000, 3100],
    [8000, 12_000],
    [16_990, 17_000],
  ])("or rows %i to %i are those of the whole", async (start, stop) => {
    const all = asTable(await openData(fileOf(fixture("pages.parquet"))));
    const part = asTable(await openData(fileOf(fixture("pages.parquet")), { rows: { start, stop } }));
    expect(columnsOf(part)["x"]).toEqual(columnsOf(all)["x"]?.slice(start, stop));
    all.release();
    part.release();
  });
});

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook of one sheet, whose second column is shared text. @param prefix of its elements */
function workbook(rows: number, prefix = ""): Buffer {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
  const p = prefix === "" ? "" : `${prefix}:`;
  const xmlns = `xmlns${prefix === "" ? "" : `:${prefix}`}="${main}"`;
  const cells = Array.from(
    { length: rows },
    (_, row) =>
      `<${p}row r="${row + 2}"><${p}c r="A${row + 2}"><${p}v>${row / 8}</${p}v></${p}c><${p}c r="B${row + 2}" t="s"><${p}v>${row}</${p}v></${p}c></${p}row>`,
  );
  const texts = Array.from(
    { length: rows },
    (_, row) => `<${p}si><${p}t>text number ${row} &lt;row&gt; of many</${p}t></${p}si>`,
  );
  const header = `<${p}row r="1"><${p}c r="A1" t="inlineStr"><${p}is><${p}t>x</${p}t></${p}is></${p}c><${p}c r="B1" t="inlineStr"><${p}is><${p}t>name</${p}t></${p}is></${p}c></${p}row>`;
  return deflated({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="${packaged}"><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}"><Relationship Id="b" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<${p}worksheet ${xmlns}><${p}sheetData>${header}${cells.join("")}</${p}sheetData></${p}worksheet>`,
    "xl/sharedStrings.xml": `<${p}sst ${xmlns}>${texts.join("")}</${p}sst>`,
  });
}

describe("the first rows of a worksheet", () => {
  it.each(["", "x"])("are those of the whole, with their shared texts; elements with the prefix %j", async (prefix) => {
    const file = workbook(60_000, prefix);
    const data = asTable((await firstData(fileOf(file), "xlsx", {}, 200)) ?? expect.fail("no rows"));
    const { x = [], name = [] } = columnsOf(data);
    expect(x.length).toBeGreaterThan(200);
    expect(x.length).toBeLessThan(60_000);
    expect(x).toEqual(x.map((_, row) => row / 8));
    expect(name).toEqual(x.map((_, row) => `text number ${row} <row> of many`));
    data.release();
  });

  it("of a small workbook are all its rows", async () => {
    const data = asTable((await firstData(fileOf(workbook(3)), "xlsx", {}, 200)) ?? expect.fail("no rows"));
    expect(data.table.rowCount).toBe(3);
    data.release();
  });
});

it("no other format has first rows here", async () => {
  expect(await firstData(fileOf(fixture("float64.npy")), "npy", {}, 200)).toBeNull();
});
