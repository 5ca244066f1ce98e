import { describe, expect, it } from "vitest";
import { openData } from "../../../src/formats/open/open-data.ts";
import { fixture } from "../open/fixture.ts";
import { asChoice, asTable, columnsOf, fileOf } from "../open/source.ts";
import { deflated } from "../zip/zip-of.ts";

const open = (name: string, options = {}) => openData(fileOf(fixture(name), name), options);

async function sheetOf(name: string, options = {}) {
  const data = asTable(await open(name, options));
  const result = { columns: columnsOf(data), sentences: data.sentences };
  data.release();
  return result;
}

/** A workbook of the given sheet XML, with the parts that every workbook has. */
function workbook(sheet: string, styles = ""): Buffer {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
  return deflated({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="${packaged}"><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}"><Relationship Id="b" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  });
}

describe("a workbook", () => {
  it("is a choice of its worksheets, hidden ones too, where several show", async () => {
    expect(asChoice(await open("typed.xlsx"))).toEqual({
      kind: "choice",
      format: "xlsx",
      of: "sheet",
      choices: [{ name: "Data" }, { name: "Hidden" }, { name: "Report & more" }, { name: "Empty" }],
    });
  });

  it("with one worksheet is that one", async () => {
    const { columns, sentences } = await sheetOf("single.xlsx");
    expect(columns).toEqual({ col_0: [1, 3.25], col_1: [2, 4] });
    expect(sentences).toContain('This is the worksheet "Only".');
  });

  it("has typed cells: numbers, text, bools, dates in ISO 8601", async () => {
    const { columns, sentences } = await sheetOf("typed.xlsx", { sheet: "Data" });
    expect(columns).toEqual({
      city: ["Oslo", "São Paulo", "Rome"],
      day: ["2026-01-31", "1999-12-31", ""],
      t: [1.5, -2, Number.NaN],
      ok: ["TRUE", "FALSE", ""],
      code: ["007", "008", "12"],
      share: [0.25, 0.5, Number.NaN],
      note: ["a\nb", "", '"q", r'],
      when: ["2026-01-31T12:30:00", "2026-02-01", ""],
      at: ["06:45:00", "00:00:01", ""],
    });
    expect(sentences[0]).toBe("3 rows, 2 columns of numbers, 2 columns of dates and 5 columns of text.");
    expect(sentences).toContain("2 missing cells became NaN, the first in row 4.");
  });

  it("may begin its days with 1904", async () => {
    expect((await sheetOf("mac.xlsx")).columns).toEqual({ day: ["2026-01-31"], n: [1] });
  });

  it("has its table found below a title and beside empty columns; errors become empty", async () => {
    const { columns, sentences } = await sheetOf("typed.xlsx", { sheet: "Report & more" });
    expect(columns).toEqual({ region: ["North", "South"], q1: [1, Number.NaN], q2: [Number.NaN, 4] });
    expect(sentences).toContain("1 cell held an error such as #N/A, and became empty.");
    expect(sentences).toContain("2 rows before the table were left out.");
  });

  it("shows elapsed times in hours, however many, and times of day up to the last thousandth", async () => {
    const styles =
      '<numFmts count="3"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="h:mm:ss"/>' +
      '<numFmt numFmtId="166" formatCode="[mm]:ss\\ &quot;d&quot;"/></numFmts>' +
      '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/>' +
      '<xf numFmtId="165"/><xf numFmtId="46"><alignment/></xf><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>';
    const times: [value: string, style: number, text: string][] = [
      ["1.0625", 1, "25:30:00"],
      ["0.28125", 1, "06:45:00"],
      ["-0.0625", 3, "-01:30:00"],
      ["45.5000057870370", 3, "1092:00:00.500"],
      ["0.9999999999", 4, "24:00:00"],
      ["0.9999999999", 2, "23:59:59.999"],
      ["0.5", 2, "12:00:00"],
      ["1.0625", 5, "1900-01-01T01:30:00"],
    ];
    const rows = times.map(
      ([value, style], k) => `<row r="${k + 1}"><c r="A${k + 1}" s="${style}"><f>1+1</f><v>${value}</v></c></row>`,
    );
    const sheet = `<sheetData>${rows.join("")}</sheetData>`;
    const data = asTable(await openData(fileOf(workbook(sheet, styles)), { header: 0 }));
    expect(columnsOf(data)).toEqual({ col_0: times.map(([, , text]) => text) });
    data.release();
  });

  it("keeps every digit of a whole number, and says where float64 cannot", async () => {
    const cells = (column: string, values: readonly string[]) => values.map((v, k) => [`${column}${k + 1}`, v] as const);
    const all = [cells("A", ["9007199254740993", "-5"]), cells("B", ["9007199254740993", "0.5"])];
    const rows = [0, 1].map(
      (row) => `<row>${all.map((column) => `<c r="${column[row]?.[0]}"><v>${column[row]?.[1]}</v></c>`).join("")}</row>`,
    );
    const text = '<row><c t="str"><v>9007199254740993</v></c></row>';
    const data = asTable(await openData(fileOf(workbook(`<sheetData>${rows.join("")}</sheetData>`)), { columns: ["col_0"] }));
    expect(columnsOf(data)).toEqual({ col_0: [9007199254740993n, -5] });
    data.release();
    const mixed = asTable(await openData(fileOf(workbook(`<sheetData>${rows.join("")}</sheetData>`))));
    expect(mixed.sentences).toContain("2 whole numbers beyond 2^53 became the nearest float64, the first in row 1.");
    mixed.release();
    const digits = asTable(await openData(fileOf(workbook(`<sheetData>${text}</sheetData>`)), { header: 0 }));
    expect(columnsOf(digits)).toEqual({ col_0: ["9007199254740993"] });
    digits.release();
  });

  it("says which columns have the name of another", async () => {
    const row = (values: readonly string[]) =>
      `<row>${values.map((v) => `<c t="${/\d/.test(v) ? "n" : "str"}"><v>${v}</v></c>`).join("")}</row>`;
    const sheet = `<sheetData>${row(["n", "n", "m"])}${row(["1", "2", "3"])}</sheetData>`;
    const data = asTable(await openData(fileOf(workbook(sheet))));
    expect(columnsOf(data)).toEqual({ n: [1], n_2: [2], m: [3] });
    expect(data.sentences).toContain('Column "n_2" has in the header the name of another.');
    data.release();
  });

  it("whose cells are all text has a header because of what its texts look like", async () => {
    const row = (...values: readonly string[]) => `<row>${values.map((v) => `<c t="str"><v>${v}</v></c>`).join("")}</row>`;
    const sheet = `<sheetData>${row("code", "city")}${row("007", "Oslo")}${row("012", "Rome")}</sheetData>`;
    const data = asTable(await openData(fileOf(workbook(sheet))));
    expect(columnsOf(data)).toEqual({ code: ["007", "012"], city: ["Oslo", "Rome"] });
    expect(data.sentences).toContain("One header row: the rows below have texts that look like numbers.");
    data.release();
  });

  it("may hold the mark of such numbers in its own texts, though XML may not", async () => {
    const sheet = '<sheetData><row><c t="str"><v>\ufffe12x</v></c></row><row><c t="str"><v>y</v></c></row></sheetData>';
    const data = asTable(await openData(fileOf(workbook(sheet)), { header: 0 }));
    expect(columnsOf(data)).toEqual({ col_0: ["\ufffe12x", "y"] });
    data.release();
  });

  it("without a worksheet of that name, or with an empty one, is refused in a sentence", async () => {
    await expect(open("typed.xlsx", { sheet: "Nowhere" })).rejects.toMatchObject({
      tag: "Index",
      message: 'typed.xlsx has no worksheet "Nowhere": it has Data, Hidden, Report & more, Empty.',
    });
    await expect(open("typed.xlsx", { sheet: "Empty" })).rejects.toMatchObject({
      tag: "Format",
      message: 'typed.xlsx: The worksheet "Empty" is empty. Choose one with rows of data.',
    });
  });

  it("takes strings in the cell itself, and the last answer of a formula", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c><c r="B1" t="inlineStr"><is><t>s</t></is></c></row>' +
      '<row r="3"><c r="A3"><f>1+2</f><v>3</v></c><c r="B3" t="str"><f>"x"</f><v>x</v></c></row></sheetData>';
    const data = asTable(await openData(fileOf(workbook(sheet), "made.xlsx")));
    expect(columnsOf(data)).toEqual({ n: [3], s: ["x"] });
    data.release();
  });

  it("with two cells in far corners is refused before it fills the memory", async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    await expect(openData(fileOf(workbook(sheet), "corners.xlsx"))).rejects.toMatchObject({
      tag: "Format",
      message: expect.stringContaining("corners.xlsx is not a workbook that can be read"),
    });
  });

  it("that is a bomb is refused", async () => {
    const sheet = `<sheetData>${" ".repeat(300 << 20)}</sheetData>`;
    await expect(openData(fileOf(workbook(sheet), "bomb.xlsx"))).rejects.toMatchObject({ tag: "Capacity" });
  });

  it("that is damaged inside is refused with the byte", async () => {
    const bytes = workbook(`<sheetData>${"<row><c><v>12345</v></c></row>".repeat(200)}</sheetData>`);
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await expect(openData(fileOf(bytes, "broken.xlsx"))).rejects.toMatchObject({
      tag: "Format",
      message: expect.stringContaining("broken.xlsx"),
      place: { byte: expect.any(Number) },
    });
  });
});
