import { describe, expect, it, vi } from "vitest";
import { AccessError, CancelledError, FormatError } from "../../../src/errors.ts";
import { type CsvOptions, noNumbersSentence, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";
import type { Table } from "../../../src/table/table.ts";

const held = vi.hoisted(() => ({ blocks: 0 }));
vi.mock("../../../src/memory/engine-memory.ts", async (original) => {
  const real = await original<typeof import("../../../src/memory/engine-memory.ts")>();
  return {
    ...real,
    allocate(byteLength: number) {
      const block = real.allocate(byteLength);
      held.blocks++;
      return block;
    },
    release(block: Parameters<typeof real.release>[0]) {
      real.release(block);
      held.blocks--;
    },
  };
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options?: CsvOptions) => readCsv(bytesOf(text), options);
/** The block as plain numbers, whatever its dtype. */
const numbersOf = (table: Table) => (table.block().toNested() as (number | bigint)[][]).map((row) => row.map(Number));

describe("cells and rows (RFC 4180)", () => {
  it("reads numbers into one C-order block, and names them from the header", async () => {
    const table = await read("a,b\n1,2.5\n-3,4e2\n");
    expect(table.columns.map((column) => [column.name, column.dtype])).toEqual([
      ["a", "int64"],
      ["b", "float64"],
    ]);
    expect(table.rowCount).toBe(2);
    const block = table.block();
    expect(block.shape).toEqual([2, 2]);
    expect(block.strides).toEqual([2, 1]);
    expect(block.toNested()).toEqual([
      [1, 2.5],
      [-3, 400],
    ]);
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("ends rows with %s, the last one with or without", async (_, ending) => {
    for (const text of ["x,y\n1,2\n3,4\n", "x,y\n1,2\n3,4"]) {
      const table = await read(text.replaceAll("\n", ending));
      expect(numbersOf(table)).toEqual([
        [1, 2],
        [3, 4],
      ]);
    }
  });

  it("takes quoted cells with delimiters, doubled quotes and line endings in them", async () => {
    const table = await read('name,n\n"Doe, ""J""",1\n"two\r\nlines",2\n"",3\n');
    const [names] = table.labels;
    expect([0, 1, 2].map((row) => names?.text(row))).toEqual(['Doe, "J"', "two\r\nlines", ""]);
    expect(numbersOf(table)).toEqual([[1], [2], [3]]);
  });

  it("takes quoted numbers as numbers", async () => {
    expect(numbersOf(await read('a,b\n"1","2.5"\n"3",""\n'))).toEqual([
      [1, 2.5],
      [3, Number.NaN],
    ]);
  });

  it("passes a byte order mark over", async () => {
    const table = await read("\ufeffa,b\n1,2\n");
    expect(table.columns[0]?.name).toBe("a");
  });

  it("passes blank lines over, and says so", async () => {
    const table = await read("a,b\n1,2\n\n3,4\n\n");
    expect(table.rowCount).toBe(2);
    expect(table.receipt.blankLines).toEqual({
      count: 2,
      places: [
        { row: 1, line: 3, column: 0 },
        { row: 2, line: 5, column: 0 },
      ],
    });
  });

  it("passes lines of comment over, and says so", async () => {
    const table = await read("# made by hand\n# in May\na,b\n1,2\n# a slip\n3,4\n#\n");
    expect(table.rowCount).toBe(2);
    expect(table.receipt.preambleLines).toBe(2);
    expect(table.receipt.commentLines).toEqual({
      count: 2,
      places: [
        { row: 1, line: 5, column: 0 },
        { row: 2, line: 7, column: 0 },
      ],
    });
    expect(receiptSentences(table.receipt)).toContainEqual(
      expect.stringMatching(/^2 lines of comment were passed over \(.*5.*7\)\.$/),
    );
  });

  it("fills short rows with missing cells, and says where", async () => {
    const table = await read("a,b,c\n1,2,3\n4\n5,6,7\n");
    expect(numbersOf(table)).toEqual([
      [1, 2, 3],
      [4, Number.NaN, Number.NaN],
      [5, 6, 7],
    ]);
    expect(table.receipt.shortRows.places).toEqual([{ row: 1, line: 3, column: 1 }]);
    expect(table.receipt.missing.count).toBe(2);
  });

  it("keeps what a few rows have too many as a label, so that the array has no column of NaN for it", async () => {
    const table = await read("a,b,c\n1,2,3\n4,5,6\n7,8,9,10\n");
    expect(table.block().shape).toEqual([3, 3]);
    expect(table.labels.map((column) => [column.name, column.text(2)])).toEqual([["col_3", "10"]]);
  });

  it("leaves out, and reports, what is too many in a row that the sample did not show", async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => `${row},${row}`);
    rows[40_000] = "1,2,3";
    const table = await read(`a,b\n${rows.join("\n")}\n`);
    expect(table.receipt.longRows).toEqual({ count: 1, places: [{ row: 40_000, line: 40_002, column: 3 }] });
  });

  it("takes a delimiter at every row's end for no column", async () => {
    const table = await read("a,b\n1,2,\n3,4,\n");
    expect(table.columns.map((column) => column.name)).toEqual(["a", "b"]);
    expect(table.receipt.longRows.count).toBe(0);
  });

  it("takes a first column without a heading for labels, as R writes it", async () => {
    const table = await read("x,y\nr1,1,2\nr2,3,4\n");
    expect(table.columns.map((column) => [column.name, column.dtype])).toEqual([
      ["col_0", "text"],
      ["x", "int64"],
      ["y", "int64"],
    ]);
  });

  it("counts lines inside quoted cells, so that places are an editor's", async () => {
    const table = await read('t,n\n"a\nb",1\nc,\n');
    expect(table.receipt.missing.places).toEqual([{ row: 1, line: 4, column: 1 }]);
  });
});

describe("header and delimiter", () => {
  it.each([
    ["comma", ","],
    ["tab", "\t"],
    ["semicolon", ";"],
    ["pipe", "|"],
  ])("finds a %s", async (_, delimiter) => {
    const table = await read("a,b,c\n1,2,3\n4,5,6\n".replaceAll(",", delimiter));
    expect(table.columns.map((column) => column.name)).toEqual(["a", "b", "c"]);
    expect(table.receipt.delimiter.value).toBe(delimiter);
  });

  it("reads a file of numbers alone without a header", async () => {
    const table = await read("8,92,93\n94,9,7\n");
    expect(table.columns.map((column) => column.name)).toEqual(["col_0", "col_1", "col_2"]);
    expect(numbersOf(table)).toEqual([
      [8, 92, 93],
      [94, 9, 7],
    ]);
    expect((await read("91,92,93,7,95")).block().shape).toEqual([1, 5]);
  });

  it("does as it is told", async () => {
    expect((await read("1,2\n3,4\n", { header: 1 })).columns.map(({ name }) => name)).toEqual(["1", "2"]);
    expect((await read("a,b\n3,4\n", { header: "none" })).rowCount).toBe(2);
    expect((await read("1,5;2,5\n", { delimiter: ";" })).columns).toHaveLength(2);
  });

  it("gives every column a name of its own", async () => {
    const table = await read("x,x,\n1,2,3\n");
    expect(table.columns.map((column) => column.name)).toEqual(["x", "x_2", "col_2"]);
  });
});

describe("sources", () => {
  const text = `city,t,u\n${Array.from({ length: 500 }, (_, row) => `"C ""${row}""\n",${row / 8},${row}`).join("\n")}`;

  it.each([1, 2, 3, 7, 64, 1000])("reads a stream cut into pieces of %i bytes as it reads the whole", async (size) => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      const bytes = bytesOf(text);
      for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
    }
    const [streamed, whole] = [await readCsv(pieces()), await read(text)];
    expect(streamed.rowCount).toBe(500);
    expect(streamed.block().toNested()).toEqual(whole.block().toNested());
    expect(streamed.labels[0]?.text(499)).toBe('C "499"\n');
  });

  it("reads Latin and UTF-16 text", async () => {
    const latin = Uint8Array.from("name,n\nMünchen,1\n", (character) => character.charCodeAt(0));
    expect((await readCsv(latin)).labels[0]?.text(0)).toBe("München");
    const wide = new Uint8Array(Uint16Array.from("\ufeffname,n\nMünchen,1\n", (character) => character.charCodeAt(0)).buffer);
    expect((await readCsv(wide)).labels[0]?.text(0)).toBe("München");
  });
});

describe("what only the whole file shows", () => {
  it.each([3, 100_000])("leaves footnotes below %i rows of numbers out, and says so", async (count) => {
    const rows = Array.from({ length: count }, (_, row) => `${row},${row / 2}`);
    const table = await read(`year,t\n${rows.join("\n")}\n\nSource: the station's log\n* estimated\n`);
    expect(table.block().shape).toEqual([count, 2]);
    expect(receiptSentences(table.receipt)).toContain("2 lines behind the table were left out.");
  });

  it("keeps a last row with words beside its numbers", async () => {
    const table = await read("year,t\n1,2\n3,4\nsum,6\n");
    expect([table.rowCount, table.receipt.footnoteLines]).toEqual([3, 0]);
  });

  it("reads again as windows-1252 when text far down is not UTF-8", async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `${row},name ${row}`);
    const bytes = bytesOf(`n,name\n${rows.join("\n")}\n`);
    bytes[bytes.length - 2] = 0xfc;
    const table = await readCsv(bytes);
    expect(table.labels[0]?.text(59_999)).toBe("name 5999ü");
    expect(table.receipt.encoding).toEqual({ value: "windows-1252", reason: "text far down is not valid UTF-8" });
  });

  it("takes a quote that is never closed as text, and says where", async () => {
    for (const count of [20, 1000, 200_000]) {
      const rows = Array.from({ length: count }, (_, row) => `${row},"name, of row ${row}"`);
      rows[10] = '10,"open';
      rows[15] = '15,"open too';
      const table = await read(`n,name\n${rows.join("\n")}\n`);
      expect(table.rowCount).toBe(count);
      expect([9, 10, 15, 16].map((row) => table.labels[0]?.text(row))).toEqual([
        "name, of row 9",
        '"open',
        '"open too',
        "name, of row 16",
      ]);
      expect(table.receipt.badQuotes.places).toEqual([
        { row: 10, line: 12, column: 1 },
        { row: 15, line: 17, column: 1 },
      ]);
      table.free();
    }
  });
});

describe("refusals", () => {
  const refusal = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => "read",
      (error: unknown) => error,
    );

  it("names what a file is when it is no table", async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const error = await refusal(readCsv(png, { name: "picture.csv" }));
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toHaveProperty("message", expect.stringMatching(/^picture\.csv is not a table: it looks like a PNG image\./));
    expect(await refusal(readCsv(Uint8Array.of(1, 0, 2, 0)))).toHaveProperty("message", expect.stringMatching(/binary data/));
  });

  it("says that an empty file is empty", async () => {
    expect(await refusal(read("", { name: "x.csv" }))).toHaveProperty("message", expect.stringMatching(/^x\.csv is empty/));
    expect(await refusal(read("\ufeff"))).toBeInstanceOf(FormatError);
    expect(await refusal(read("\n\n"))).toBeInstanceOf(FormatError);
  });

  it("has a sentence for a table of text only", async () => {
    const table = await read("city\nOslo\nRome\n");
    expect(table.block().shape).toEqual([2, 0]);
    expect(noNumbersSentence(table, "cities.csv")).toMatch(
      /^cities\.csv has no column of numbers: its only column, "city", is text\./,
    );
    expect(noNumbersSentence(await read("n\n1\n"), "n.csv")).toBeNull();
  });

  it("passes on why a file cannot be read, and gives all memory back", async () => {
    const before = held.blocks;
    const bytes = bytesOf("1,2,x\n".repeat(700_000));
    const gone = new AccessError("numbers.csv vanished. Open it again.");
    const read = async (start: number, end: number): Promise<Uint8Array> => {
      if (end > 3 << 20 && start < 4 << 20) throw gone;
      return bytes.slice(start, end);
    };
    expect(await refusal(readCsv({ name: "numbers.csv", size: bytes.length, read, close() {} }))).toBe(gone);
    expect(held.blocks).toBe(before);
  });

  it("stops when it is cancelled, and gives all memory back", async () => {
    const before = held.blocks;
    const control = new Int32Array(new SharedArrayBuffer(8));
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < 20; piece++) {
        if (piece === 10) control[1] = 1;
        yield bytesOf("1,2,3\n".repeat(100_000));
      }
    }
    expect(await refusal(readCsv(pieces(), { control }))).toBeInstanceOf(CancelledError);
    expect(held.blocks).toBe(before);
  });
});

describe("memory, progress and receipt", () => {
  it("gives everything back", async () => {
    const before = held.blocks;
    const table = await read("city,t\nOslo,1\nRome,2\n");
    expect(held.blocks).toBeGreaterThan(before);
    table.free();
    expect(held.blocks).toBe(before);
  });

  it("ends at 1000 thousandths", async () => {
    const control = new Int32Array(2);
    await read("a,b\n1,2\n", { control });
    expect(control[0]).toBe(1000);
  });

  it("tells in sentences what was decided and found", async () => {
    const table = await read("city;t\nOslo;1\nRome;NA\nParis\n");
    expect(receiptSentences(table.receipt)).toEqual([
      "3 rows, 1 column of numbers and 1 column of text.",
      "2 missing cells became NaN (lines 3, 4).",
      'Column "t" is float64, not int64, because cells are missing.',
      "1 row is shorter than the usual 2 cells; what is missing is empty (line 4).",
      "One header line: line 1 has a word in column 2, and the rows below have numbers there.",
      "The delimiter is semicolon: a semicolon parts 75 % of the first lines into 2 cells.",
      "The encoding is utf-8: its bytes are valid UTF-8.",
    ]);
  });
});
