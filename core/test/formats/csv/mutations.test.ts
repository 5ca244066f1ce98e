import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArgscopeError } from "../../../src/errors.ts";
import { cutRows, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";
import { seeded } from "./seeded.ts";

const mutations = Number(process.env["ARGSCOPE_MUTATIONS"] ?? 2000);
const encoder = new TextEncoder();

const originals = [
  'city,t,u\nOslo,1.5,2\nRome,NA,3\n"São, Paulo",4,5e3\n',
  "a;b;c\r\n1,5;2,5;x\r\n3,25;4,75;y\r\n",
  "Report of May,,\n,,\nname,,\nfirst,last,n\nAnn,Lee,1\nBob,,2\n",
  "# made by hand\n# in May\nx\ty\n1\t2\n3\t4\n",
  "1|2|3\n4|5|6\n7|8|9\n",
  '"a ""b""",c\n"line\nbreak",2\n,\n"open,3\n',
  "0.1,12345678901234567890,1e-310\n-0,.5,1.\n",
].map((text) => encoder.encode(text));

describe("damaged files", () => {
  it(`give a table or a typed error, never a crash (${mutations} mutations)`, async () => {
    const random = seeded(4711);
    const below = (limit: number): number => Math.floor(random() * limit);
    const special = encoder.encode('",;\t|\n\r\0#-.eE0123456789é');
    let tables = 0;
    for (let turn = 0; turn < mutations; turn++) {
      const bytes = Array.from(originals[below(originals.length)] ?? []);
      for (let change = 1 + below(6); change > 0; change--) {
        const at = below(bytes.length + 1);
        const byte = random() < 0.7 ? (special[below(special.length)] ?? 0) : below(256);
        const kind = below(4);
        if (kind === 0) bytes.splice(at, 1);
        else if (kind === 1) bytes.splice(at, 0, byte);
        else if (kind === 2) bytes[at] = byte;
        else bytes.splice(at, below(8), ...bytes.slice(below(bytes.length), below(bytes.length)));
      }
      try {
        const table = await readCsv(Uint8Array.from(bytes));
        tables++;
        expect(table.block().shape[0]).toBe(table.rowCount);
        for (const label of table.labels) expect(label.rows).toBe(table.rowCount);
        expect(receiptSentences(table.receipt).length).toBeGreaterThan(3);
        table.free();
      } catch (error) {
        if (!(error instanceof ArgscopeError)) throw new Error(`Mutation ${turn}: ${JSON.stringify(bytes)}`, { cause: error });
        expect(error.tag).toBe("Format");
      }
    }
    expect(tables).toBeGreaterThan(mutations / 2);
  });
});

describe("RFC 4180", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('"', '""', ",", "\n", "\r\n", " ", "a,b", 'say "hi"', "line\nbreak", "é"),
  );
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it("what was written is what is read, cell by cell", async () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom("\n", "\r\n"), async (rows, ending) => {
        // The first row makes every column one of text, so that all cells are labels.
        const labels = rows.map((row) => row.map((text) => `_${text}`));
        const file = labels.map((row) => row.map(quote).join(",")).join(ending);
        const table = await readCsv(encoder.encode(file), { delimiter: ",", header: "none" });
        const read = labels.map((_, row) => table.labels.map((label) => label.text(row)));
        table.free();
        // U+0080 … U+009F are mended, as no text means them.
        if (!/[\u0080-\u009f]/.test(file)) expect(read).toEqual(labels);
        expect(cutRows(encoder.encode(file), table.dialect, 0, rows.length, true)).toEqual(labels);
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});
