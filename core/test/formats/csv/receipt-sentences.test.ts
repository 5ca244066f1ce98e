import { describe, expect, it } from "vitest";
import { type CsvOptions, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";

const read = (text: string, options?: CsvOptions) => readCsv(new TextEncoder().encode(text), options);
const saidOf = async (text: string, options?: CsvOptions) => receiptSentences((await read(text, options)).receipt);

describe("the receipt's first sentence", () => {
  it("calls dates dates, and true and false so", async () => {
    const text = "from,to,ok,v,name\n2024-01-01,2024-01-02,true,1,x\n2024-02-01,2024-02-02,false,2,y\n";
    expect((await saidOf(text))[0]).toBe(
      "2 rows, 1 column of numbers, 2 columns of dates, 1 column of true and false and 1 column of text.",
    );
    expect((await saidOf("from,to\n2024-01-01,2024-01-02\n"))[0]).toBe("1 row, 0 columns of numbers and 2 columns of dates.");
  });

  it("does not judge columns where there are no rows", async () => {
    const said = await saidOf("a,b,c\n");
    expect(said[0]).toBe("The file has a header of 3 columns and no rows: nothing shows what they hold.");
    expect(said.join(" ")).not.toMatch(/text|numbers/);
    expect((await saidOf("date,value"))[0]).toBe(
      "The file has a header of 2 columns and no rows: nothing shows what they hold.",
    );
  });

  it("counts no rows where none were chosen of a file that has some", async () => {
    expect((await saidOf("a,b\n1,2\n", { rows: { start: 1, stop: 1 } }))[0]).toMatch(/^0 rows, /);
  });
});

describe("the receipt", () => {
  it("says what a comma or a point in a number was taken for", async () => {
    expect(await saidOf("a;b\n1,234;5\n2,345;6\n")).toContain("Commas in numbers part thousands: 1,234 is 1234.");
    expect(await saidOf("a;b\n1.234,5;5\n2,25;6\n")).toContain("Points in numbers part thousands: 1.234 is 1234.");
    expect((await saidOf("a;b\n1.5;5\n2.25;6\n")).join(" ")).not.toContain("thousands");
  });

  it("tells names that the header has twice", async () => {
    expect(await saidOf("x,x,y\n1,2,3\n")).toContain('Column "x_2" has in the header the name of another.');
    expect(await saidOf("x,x,x,y,y\n1,2,3,4,5\n", { columns: ["x_3", "y_2", "y"] })).toContain(
      'Columns "x_3", "y_2" have in the header the name of another.',
    );
  });

  it("tells that names were moved to the right, as in a file that R wrote", async () => {
    const moved = "The header has a name too few: its first name is taken for the second column's.";
    expect(await saidOf("x,y\nr1,1,2\nr2,3,4\n")).toContain(moved);
    expect(await saidOf(",x,y\nr1,1,2\nr2,3,4\n")).not.toContain(moved);
  });

  it("has the lines of missing numbers, however many cells of text are missing before them", async () => {
    const table = await read(`t,u,n\n${",,1\n".repeat(50)}a,b,\n`);
    expect(table.receipt.missing).toEqual({ count: 1, places: [{ row: 50, line: 52, column: 2 }] });
  });

  it("shows the beginning of a long name, and cells on one line", async () => {
    const said = await saidOf(`${"n".repeat(600)},m\n"1\n1",1\n3,2\n4,3\n`);
    expect(said).toContain(`Column "${"n".repeat(40)}…" is text, because line 2 has "1 1".`);
  });
});
