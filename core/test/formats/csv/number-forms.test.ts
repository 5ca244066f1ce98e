import { describe, expect, it } from "vitest";
import { type CsvOptions, readCsv } from "../../../src/formats/csv/index.ts";

/** The first column's dtype and values, beside a column of numbers. */
async function column(cells: readonly string[], options: CsvOptions = {}) {
  const rows = cells.map((cell, k) => `"${cell}",${k}.5`);
  const table = await readCsv(new TextEncoder().encode(`v,n\n${rows.join("\n")}\n`), { header: 1, ...options });
  const [{ dtype = "", kind = "" } = {}] = table.columns;
  const values = kind === "number" ? (table.block(["v"]).toNested() as number[][]).flat() : null;
  table.free();
  return { dtype, values };
}

describe("numbers in other forms", () => {
  it.each([["0x1F"], ["12 %"], ["$5"]])("are text unless they are asked for: %s", async (cell) => {
    expect((await column([cell, cell])).dtype).toBe("text");
  });

  it("hex is whole, and exact", async () => {
    const cells = ["0x1f", "-0XFF", "0x20000000000001", "7"];
    expect(await column(cells, { numbers: ["hex"] })).toEqual({
      dtype: "int64",
      values: [31n, -255n, 9007199254740993n, 7n],
    });
  });

  it("percent is a hundredth, correctly rounded", async () => {
    const cells = ["12.5%", "-7 %", "0.1%", "29 %", "3"];
    expect(await column(cells, { numbers: ["percent"] })).toEqual({
      dtype: "float64",
      values: [0.125, -0.07, 0.001, 0.29, 3],
    });
  });

  it("currency leaves its sign away; what is owed may be in parentheses", async () => {
    const cells = ["$1,234.50", "-$2", "$ -3", "4 €", "USD 5", "6.5 GBP", "(£7)", "8"];
    expect((await column(cells, { numbers: ["currency"], thousands: "," })).values).toEqual([1234.5, -2, -3, 4, 5, 6.5, -7, 8]);
    expect(await column(["$1", "€ 2"], { numbers: ["currency"] })).toEqual({ dtype: "int64", values: [1n, 2n] });
  });

  it("have the file's decimal comma", async () => {
    const options: CsvOptions = { numbers: ["currency", "percent"], decimal: ",", thousands: "." };
    expect((await column(["1.234,50 €", "12,5 %"], options)).values).toEqual([1234.5, 0.125]);
  });

  it("make text of a column with any other cell", async () => {
    expect((await column(["5 %", "five"], { numbers: ["percent"] })).dtype).toBe("text");
    expect((await column(["5 %", "$5"], { numbers: ["percent"] })).dtype).toBe("text");
  });
});

describe("what parts thousands", () => {
  it("may be chosen", async () => {
    expect((await column(["1'234", "5"], { thousands: "'" })).values).toEqual([1234n, 5n]);
    expect((await column(["1 234.5", "5"], { thousands: " " })).values).toEqual([1234.5, 5]);
  });

  it("may be nothing: then such numbers are text", async () => {
    expect((await column(["1,234", "5,678"])).dtype).toBe("int64");
    expect((await column(["1,234", "5,678"], { thousands: "none" })).dtype).toBe("text");
  });
});

describe("lines of comment", () => {
  it("start with the character that is chosen", async () => {
    const bytes = new TextEncoder().encode("% made by hand\na,b\n1,2\n% half\n3,4\n");
    const table = await readCsv(bytes, { comment: "%" });
    expect(table.columns.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(table.rowCount).toBe(2);
  });

  it("are rows where none is chosen", async () => {
    const bytes = new TextEncoder().encode("#a,b\n#1,2\n");
    expect((await readCsv(bytes, { comment: "none", header: 1 })).columns.map(({ name }) => name)).toEqual(["#a", "b"]);
  });
});
