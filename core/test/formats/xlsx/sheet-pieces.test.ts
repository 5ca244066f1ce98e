import { describe, expect, it } from "vitest";
import { CancelledError } from "../../../src/errors.ts";
import { openData } from "../../../src/formats/open/open-data.ts";
import { asTable, columnsOf, fileOf } from "../open/source.ts";
import { deflated } from "../zip/zip-of.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook of two large sheets, a small one and an empty one; one shows. */
function workbook(sheet: string, prefix: string): Buffer {
  const p = prefix === "" ? "" : `${prefix}:`;
  const xmlns = `xmlns${prefix === "" ? "" : `:${prefix}`}="${main}"`;
  const xml = (rows: string) =>
    `<${p}worksheet ${xmlns}><${p}cols><${p}col min="1" max="2"/></${p}cols><${p}sheetData>${rows}</${p}sheetData></${p}worksheet>`;
  return deflated({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="${packaged}"><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="H" sheetId="2" state="hidden" r:id="d"/><sheet name="S" sheetId="1" r:id="b"/><sheet name="Small" sheetId="3" state="hidden" r:id="e"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}"><Relationship Id="b" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="${relation}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="e" Type="${relation}/worksheet" Target="worksheets/sheet3.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": xml(sheet),
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${packaged}"/>`,
    "xl/worksheets/sheet4.xml": `<${p}worksheet ${xmlns}><${p}sheetData/></${p}worksheet>`,
    "xl/worksheets/sheet3.xml": xml(
      `<${p}row><${p}c><${p}v>1</${p}v></${p}c></${p}row><${p}row><${p}c><${p}v>2</${p}v></${p}c></${p}row>`,
    ),
    "xl/worksheets/sheet2.xml": xml(sheet.slice(0, sheet.indexOf("row>", sheet.length / 2) + 4)),
    "xl/sharedStrings.xml": `<${p}sst ${xmlns}><${p}si><${p}t>x</${p}t></${p}si><${p}si><${p}t>even &lt;row r="9"></${p}t></${p}si></${p}sst>`,
  });
}

/** Rows of a number, a shared and an inline text: about 20 MB. Every hundredth row is not there, every tenth has no number. */
function rowsXml(count: number, prefix: string): string {
  const p = prefix === "" ? "" : `${prefix}:`;
  const text = (k: number) => `text ${k} &lt;c r="A1"&gt; é ${"and more ".repeat(8)}`;
  const rows = [
    `<${p}row r="1"><${p}c r="A1" t="s"><${p}v>0</${p}v></${p}c><${p}c r="B1" t="inlineStr"><${p}is><${p}t>t</${p}t></${p}is></${p}c></${p}row>`,
  ];
  for (let k = 2; k <= count; k++) {
    if (k % 100 === 0) continue;
    const at = k % 10 === 5 ? "" : ` r="${k}"`;
    const cell = (column: string) => (at === "" ? "" : ` r="${column}${k}"`);
    rows.push(
      `<${p}row${at} spans='1:2'><${p}c${cell("A")}><${p}v>${k / 4}</${p}v></${p}c><${p}c${cell("B")} t="inlineStr"><${p}is><${p}t>${text(k)}</${p}t></${p}is></${p}c></${p}row>`,
    );
  }
  return rows.join("");
}

describe("a worksheet that is read in pieces", () => {
  it.each(["", "x"])("has all its rows in their places; elements with the prefix %j", async (prefix) => {
    const count = 80_000;
    const data = asTable(await openData(fileOf(workbook(rowsXml(count, prefix), prefix))));
    const { x = [], t = [] } = columnsOf(data);
    const expected = Array.from({ length: count - 1 }, (_, k) => k + 2).filter((k) => k % 100 !== 0);
    expect(x).toEqual(expected.map((k) => k / 4));
    expect(t).toEqual(expected.map((k) => `text ${k} <c r="A1"> é ${"and more ".repeat(8)}`));
    data.release();
  });

  it("leaves a small one beside it whole", async () => {
    const data = asTable(await openData(fileOf(workbook(rowsXml(80_000, ""), "")), { sheet: "Small", header: 0 }));
    expect(columnsOf(data)).toEqual({ col_0: [1, 2] });
    data.release();
  });

  it.each([300, 500, 850])("is cancelled on the way, at %i of 1000", async (at) => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    const seen: number[] = [];
    const watch = setInterval(() => {
      const progress = Atomics.load(control, 0);
      if (progress !== seen.at(-1)) seen.push(progress);
      if (progress >= at) Atomics.store(control, 1, 1);
    }, 0);
    try {
      await expect(openData(fileOf(workbook(rowsXml(80_000, ""), "")), { control })).rejects.toThrow(CancelledError);
    } finally {
      clearInterval(watch);
    }
    // It was told between the pieces, and not only behind the last.
    expect(seen.at(-1)).toBeLessThan(at + 250);
  });
});
