import { describe, expect, it } from "vitest";
import { type CsvOptions, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";

const read = (text: string, options?: CsvOptions) => readCsv(new TextEncoder().encode(text), options);
const hintsOf = async (text: string, options?: CsvOptions) => (await read(text, options)).receipt.numberHints;

describe("columns of text that are numbers in a form of their own", () => {
  it.each([
    ["currency", "v,n\n€ 120.50,1\n€ 9,2\n", { numbers: ["currency"] }],
    ["currency", "v,n\nEUR 5,1\n7 EUR,2\n", { numbers: ["currency"] }],
    ["currency", 'v,n\n"€ 1,200.50",1\n€ 9,2\n', { numbers: ["currency"], thousands: "," }],
    ["currency", "v;n\n€ 1.200,50;1\n€ 9,00;2\n", { numbers: ["currency"], decimal: ",", thousands: "." }],
    ["percent", "v,n\n12 %,1\n3.5%,2\n", { numbers: ["percent"] }],
    ["percent", "v;n\n12,5 %;1\n3,25 %;2\n", { numbers: ["percent"], decimal: "," }],
    ["hex", "v,n\n0x1F,1\n0xff,2\n", { numbers: ["hex"] }],
    ["thousands", "v\tn\n1.234.567\t1\n2.345.678\t2\n", { decimal: ",", thousands: "." }],
    ["thousands", "v,n\n1 000,1\n12 500,2\n", { thousands: " " }],
    ["thousands", "v,n\n1'000,1\n12'500,2\n", { thousands: "'" }],
  ] as const)("are shown the options that read them: %s in %j", async (form, text, choose) => {
    const hints = await hintsOf(text);
    expect(hints).toMatchObject([{ form, choose, names: ["v"], row: 0 }]);
    // What the hint says is so.
    const table = await read(text, hints[0]?.choose);
    expect(table.columns.map(({ kind }) => kind)).toEqual(["number", "number"]);
    expect(table.receipt.numberHints).toEqual([]);
  });

  it.each(["n.a.", "N.A.", "n/d", "k.A.", "missing", "none", "?", "not available"])(
    "are shown how %j is read as a missing number",
    async (word) => {
      const text = `v,n\n1,1\n${word},2\n2.5,3\n${word},4\n`;
      const hints = await hintsOf(text);
      expect(hints).toEqual([
        { form: "missing", choose: { missing: ["NA", "N/A", "null", "nan", "-", word] }, names: ["v"], row: 1, text: word },
      ]);
      const table = await read(text, hints[0]?.choose);
      expect(table.block(["v"]).toNested()).toEqual([[1], [Number.NaN], [2.5], [Number.NaN]]);
    },
  );

  it("are told of once for all words where a number is missing", async () => {
    const table = await read("a,b,c,d\n1,?,none,x\nn.a.,2,none,none\nN.A.,NA,?,1\n");
    expect(receiptSentences(table.receipt)).toContain(
      'Columns "a", "b" hold numbers, and words where one is missing, "n.a." in row 1 for one. ' +
        'Import options (--missing "NA,N/A,null,nan,-,n.a.,?") read them as numbers.',
    );
    expect(table.receipt.numberHints).toHaveLength(1);
  });

  it("may have another decimal mark than the one that was chosen", async () => {
    expect(await hintsOf("v;n\n1,25;1\n3,5;2\n", { decimal: "." })).toMatchObject([
      { form: "decimal", choose: { decimal: "," }, names: ["v"] },
    ]);
  });

  it("are told of once for each form, with the first cell", async () => {
    const table = await read("name,a,b,c\nx,12 %,$5,7 %\ny,13 %,$6,8 %\n");
    const said = receiptSentences(table.receipt);
    expect(said).toContain(
      'Columns "a", "c" hold percentages, "12 %" in row 0 for one. Import options (--numbers percent) read them as numbers.',
    );
    expect(said).toContain(
      'Column "b" holds amounts of money, "$5" in row 0 for one. Import options (--numbers currency) read them as numbers.',
    );
    expect(table.receipt.numberHints).toHaveLength(2);
  });

  it("may be plain numbers too, and have missing cells: the first that is not plain is shown", async () => {
    expect(await hintsOf("n,v\n1,5\n2,NA\n3,12 %\n4,\n")).toMatchObject([
      { form: "percent", names: ["v"], row: 2, text: "12 %" },
    ]);
  });

  it("keep the forms that were chosen already", async () => {
    const hints = await hintsOf("a,b,n\n12 %,$5,1\n13 %,$6,2\n", { numbers: ["percent"] });
    expect(hints).toMatchObject([{ form: "currency", choose: { numbers: ["percent", "currency"] }, names: ["b"] }]);
  });

  it.each([
    ["words among them", "v,n\n12 %,1\nmany,2\n"],
    ["two forms", "v,n\n12 %,1\n$5,2\n"],
    ["codes that are no currency's", "v,n\nABC123,1\nQQX124,2\n"],
    ["a decimal comma in a file whose numbers have a point", "v;n\n€ 1,25;1.5\n€ 9,50;2.5\n"],
    ["units", "v,n\n5 kg,1\n6 kg,2\n"],
  ])("are not seen in %s", async (_, text) => {
    expect(await hintsOf(text)).toEqual([]);
  });

  it("are not seen in the column that was chosen to name the rows", async () => {
    expect(await hintsOf("v,n\n12 %,1\n13 %,2\n", { indexCol: "v" })).toEqual([]);
  });
});
