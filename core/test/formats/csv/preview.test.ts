import { describe, expect, it } from "vitest";
import { FormatError, ValueError } from "../../../src/errors.ts";
import { previewCsv, readCsv } from "../../../src/formats/csv/index.ts";
import { sourceOf } from "./sources.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the preview of a CSV", () => {
  it("has the decisions, the columns and the rows as the reading will have them", async () => {
    const bytes = bytesOf('Report\n\nid;name;price;n\n007;"Doe; J";1,5;\n008;"say ""hi""";2,25;4\n');
    const preview = await previewCsv(bytes);
    const { receipt, columns } = await readCsv(bytes);
    expect(preview.delimiter).toEqual(receipt.delimiter);
    expect(preview.header).toEqual(receipt.header);
    expect(preview.numberStyle).toEqual(receipt.numberStyle);
    expect(preview.encoding).toEqual(receipt.encoding);
    expect(preview.preambleLines).toBe(receipt.preambleLines);
    expect(preview.columns.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    expect(preview.columns.map(({ dtype }) => dtype)).toEqual(["int64", "text", "float64", "float64"]);
    expect(preview.rows).toEqual([
      ["007", "Doe; J", "1,5", ""],
      ["008", 'say "hi"', "2,25", "4"],
    ]);
    expect([preview.whole, preview.rowCount]).toEqual([true, 2]);
  });

  it("heeds what was chosen", async () => {
    const preview = await previewCsv(bytesOf("a;b,c\n1;2,3\n"), { delimiter: ";", header: "none" });
    expect(preview.delimiter).toEqual({ value: ";", reason: "it was chosen" });
    expect(preview.rows).toEqual([
      ["a", "b,c"],
      ["1", "2,3"],
    ]);
  });

  it("gives short rows a cell for every column", async () => {
    expect((await previewCsv(bytesOf("a,b,c\n1,2,3\n4\n5,6,7\n"))).rows[1]).toEqual(["4", "", ""]);
  });

  it.each([
    ["utf-8", ""],
    ["windows-1252", "é"],
  ])("reads the start alone of a large file in %s, and estimates its rows", async (encoding, letter) => {
    const text = `a,b\n${`12345,0.5${letter}\n`.repeat(1_000_000)}`;
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    let read = 0;
    const source = sourceOf(bytes);
    const counting = {
      ...source,
      read(start: number, end: number) {
        read += end - start;
        return source.read(start, end);
      },
    };
    const preview = await previewCsv(counting);
    expect(preview.encoding.value).toBe(encoding);
    expect(preview.rows).toHaveLength(200);
    expect(preview.whole).toBe(false);
    expect(preview.rowCount / 1_000_000).toBeCloseTo(1, 1);
    expect(read).toBeLessThan(4 << 20);
  });

  it("refuses what the reading refuses", async () => {
    await expect(previewCsv(new Uint8Array(0))).rejects.toThrow(FormatError);
    await expect(previewCsv(bytesOf("a\n1\n"), { encoding: "klingon" })).rejects.toThrow(ValueError);
  });
});
