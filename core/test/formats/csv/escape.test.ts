import { describe, expect, it } from "vitest";
import { type CsvOptions, cutRows, readCsv } from "../../../src/formats/csv/index.ts";
import { readCsvFile } from "../../../src/formats/csv/read.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = async (text: string, options: CsvOptions = { escape: "\\" }) => {
  const table = await readCsv(bytesOf(text), options);
  return Array.from({ length: table.rowCount }, (_, row) => table.labels[0]?.text(row));
};

describe("a quote behind an escape", () => {
  it("is one of the cell's text", async () => {
    expect(await texts('t,n\n"say \\"hi\\", she said",1\n"plain",2\n')).toEqual(['say "hi", she said', "plain"]);
  });

  it("ends the cell where the escape is escaped itself", async () => {
    expect(await texts('t,n\n"C:\\\\",1\n"a\\\\\\"b",2\n')).toEqual(["C:\\\\", 'a\\\\"b']);
  });

  it("means nothing without the option, nor other escapes with it", async () => {
    expect(await texts('t,n\n"C:\\new",1\n"x",2\n')).toEqual(["C:\\new", "x"]);
    const table = await readCsv(bytesOf('t,n\n"a\\"b",1\n"x",2\n'), { header: 1 });
    expect(table.receipt.badQuotes.count).toBe(1);
  });

  it("is so wherever the file is cut into blocks, and in the rows' own text", async () => {
    const rows = Array.from({ length: 40_000 }, (_, k) => `"${"x".repeat(k % 37)}\\"${k}\\",",${k}`);
    const bytes = bytesOf(`t,n\n${rows.join("\n")}\n`);
    const source = { name: "t.csv", size: bytes.length, read: async (a: number, b: number) => bytes.slice(a, b), close() {} };
    const { table, text } = await readCsvFile(source, { escape: "\\" });
    expect(table.rowCount).toBe(40_000);
    expect(table.receipt.badQuotes.count).toBe(0);
    for (const row of [0, 255, 256, 39_999]) {
      const cell = `${"x".repeat(row % 37)}"${row}",`;
      expect(table.labels[0]?.text(row)).toBe(cell);
      const chunk = Math.floor(row / 256);
      const part = await text.read(table.rowOffsets[chunk] ?? 0, table.rowOffsets[chunk + 1] ?? text.size);
      expect(cutRows(part, table.dialect, row % 256, 1, true)).toEqual([[cell, String(row)]]);
    }
    table.free();
  });

  it("is read in Western encodings, and refused where a byte may belong to another character", async () => {
    const latin = Uint8Array.from([...'t,n\n"caf\u00e9 \\"x\\"",1\n"b",2\n'].map((character) => character.charCodeAt(0)));
    const table = await readCsv(latin, { escape: "\\" });
    expect(table.labels[0]?.text(0)).toBe('café "x"');
    await expect(readCsv(latin, { escape: "\\", encoding: "shift_jis" })).rejects.toMatchObject({ tag: "Unsupported" });
  });
});
