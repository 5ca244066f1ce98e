import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import type { CsvOptions } from "@argscope/core/formats/csv/options.ts";
import { readCsvFile } from "@argscope/core/formats/csv/read.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { encoderOf } from "@argscope/core/formats/csv/write/encode.ts";
import { ownCsv } from "@argscope/core/formats/csv/write/own-csv.ts";
import { describe, expect, test } from "vitest";
import { type NewCell, newCells } from "./new-cells.ts";

function sourceOf(bytes: Uint8Array): ByteSource {
  return { name: "file.csv", size: bytes.length, read: async (start, end) => bytes.slice(start, end), close() {} };
}

async function saved(bytes: Uint8Array | string, cells: readonly NewCell[], options: CsvOptions = {}) {
  const source = sourceOf(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  const { table, text } = await readCsvFile(source, options);
  const written = newCells(cells);
  const { blocks, rowOffsets: offsets } = ownCsv({ source, text, table }, written, new Task(undefined));
  const parts: Uint8Array[] = [];
  for await (const block of blocks) parts.push(block);
  const [replaced, rowOffsets] = [written.before, offsets()];
  table.free();
  return { bytes: Buffer.concat(parts), text: Buffer.concat(parts).toString("utf8"), replaced, rowOffsets, table };
}

const cell = (row: number, column: number, text: string): NewCell => ({ row, column, text });

describe("a saved CSV", () => {
  test("has the edited cells, and of the others every byte: spaces, quotes, line ends, a missing last one", async () => {
    const csv = 'a,"b" ,c\r\n 1.50,"x ""y""",3\n4,z,5\r\n7,8,9';
    const { text, replaced } = await saved(csv, [cell(0, 0, "2"), cell(2, 2, "99"), cell(1, 1, "w,v")]);
    expect(text).toBe('a,"b" ,c\r\n2,"x ""y""",3\n4,"w,v",5\r\n7,8,99');
    expect(replaced).toEqual([" 1.50", "9", "z"]);
  });

  test("keeps a cell in quotes that was in quotes, and doubles a quote in it", async () => {
    const { text } = await saved('n,"name"\n1,"Ann"\n2,"Bob"\n', [cell(1, 1, 'B"ob')]);
    expect(text).toBe('n,"name"\n1,"Ann"\n2,"B""ob"\n');
  });

  test("has the cells that a short row lacked, up to the edited one", async () => {
    const { text } = await saved("a,b,c,d\n1,2,3,4\n5\n6,7,8,9\n", [cell(1, 2, "0"), cell(1, 0, "50")]);
    expect(text).toBe("a,b,c,d\n1,2,3,4\n50,,0\n6,7,8,9\n");
  });

  test("of a short row whose only cell is empty has both", async () => {
    const { text } = await saved('a,b,c\n1,2,3\n""\n6,7,8\n', [cell(1, 2, "0")]);
    expect(text).toBe('a,b,c\n1,2,3\n"",,0\n6,7,8\n');
  });

  test("keeps its preamble, comments, blank lines and footnotes", async () => {
    const csv = "Instrument 7\nStation: Nord\n\nday;value\n1;2,5\n2;3,5\n\n3;4,5\nChecked by hand\n";
    const { text } = await saved(csv, [cell(2, 1, "9,75")]);
    expect(text).toBe(csv.replace("4,5\n", "9,75\n"));
  });

  test("keeps a row whose only cell becomes empty, in quotes", async () => {
    const { text } = await saved("v\n1\n2\n3\n", [cell(1, 0, "")]);
    expect(text).toBe('v\n1\n""\n3\n');
    const again = await readCsvFile(sourceOf(new TextEncoder().encode(text)));
    expect(again.table.rowCount).toBe(3);
    again.table.free();
  });

  test("is refused where the file has no quotes and the text needs them", async () => {
    const options = { quote: "none" } as const;
    await expect(saved("n;name\n1;a\n2;b\n", [cell(0, 1, "x;y")], options)).rejects.toThrow(/no quotes/u);
  });

  test("keeps a byte order mark", async () => {
    const csv = "\ufeffa,b\n1,2\n3,4\n";
    expect((await saved(csv, [cell(1, 1, "5")])).text).toBe("\ufeffa,b\n1,2\n3,5\n");
  });

  test.each([
    ["utf-16le", [0xff, 0xfe]],
    ["utf-16be", [0xfe, 0xff]],
  ] as const)("in %s stays in it", async (encoding, mark) => {
    const encode = encoderOf(encoding);
    const file = (csv: string): Uint8Array => Buffer.concat([Uint8Array.from(mark), encode(csv) ?? new Uint8Array()]);
    const { bytes } = await saved(file("a;Straße\r\n1;ä😀\r\n2;3\r\n"), [cell(0, 1, "Ω😀"), cell(1, 0, "77")]);
    expect([...bytes]).toEqual([...file("a;Straße\r\n1;Ω😀\r\n77;3\r\n")]);
  });

  test("in windows-1252 stays in it, also where its upper controls are letters", async () => {
    const bytes = (csv: string): Uint8Array => Buffer.from(csv, "latin1");
    const before = bytes("name;price\nM\xfcller;\x80 3\nS\xf8r;4\n");
    const { bytes: after } = await saved(before, [cell(0, 0, "“Zoë” €"), cell(1, 1, "5")]);
    expect([...after]).toEqual([...bytes("name;price\n\x93Zo\xeb\x94 \x80;\x80 3\nS\xf8r;5\n")]);
    await expect(saved(before, [cell(0, 0, "Ω")])).rejects.toThrow("“Ω” cannot be written in windows-1252.");
  });

  test("in shift_jis stays in it", async () => {
    const encode = encoderOf("shift_jis");
    const file = (csv: string): Uint8Array => encode(csv) ?? new Uint8Array();
    const before = file("都市,値\n東京,1\n大阪,2\n");
    const { bytes } = await saved(before, [cell(1, 0, "京都"), cell(0, 1, "10")], { encoding: "shift_jis" });
    expect([...bytes]).toEqual([...file("都市,値\n東京,10\n京都,2\n")]);
  });

  test("of many rows has them at the row offsets that it says", async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => `${row},${row / 8},r${row}`);
    const csv = `id,x,name\n${rows.join("\n")}\n`;
    const edits = Array.from({ length: 300 }, (_, k) => cell((k * 37) % 2000, 1, `${k * 1000}.5`));
    const { text, rowOffsets } = await saved(csv, edits);
    const again = await readCsvFile(sourceOf(new TextEncoder().encode(text)));
    expect([...again.table.rowOffsets]).toEqual([...rowOffsets]);
    const lines = text.split("\n");
    for (const { row, text: value } of edits) expect(lines[row + 1]).toBe(`${row},${value},r${row}`);
    expect(lines).toHaveLength(2002);
    again.table.free();
  });

  test("longer than a block of reading is right at the blocks' edges", async () => {
    const row = (k: number): string => `${k},${"y".repeat(37)}`;
    const csv = `n,t\n${Array.from({ length: 60_000 }, (_, k) => row(k)).join("\n")}\n`;
    const edits = Array.from({ length: 60_000 }, (_, k) => cell(k, 0, String(k + 1_000_000))).filter(
      ({ row: r }) => r % 3 === 0,
    );
    const { text } = await saved(csv, edits);
    const wanted = csv
      .split("\n")
      .map((line, k) => (k > 0 && k <= 60_000 && (k - 1) % 3 === 0 ? line.replace(/^\d+/u, String(k - 1 + 1_000_000)) : line));
    expect(text === wanted.join("\n")).toBe(true);
  });

  test("of a file that has become another is refused", async () => {
    const before = new TextEncoder().encode("a\n1\n2\n3\n");
    const bytes = new Uint8Array(before);
    const source = sourceOf(bytes);
    const { table, text } = await readCsvFile(source);
    bytes.set(new TextEncoder().encode("a\n1\n2 3\n"));
    const { blocks } = ownCsv({ source, text, table }, newCells([cell(1, 0, "5")]), new Task(undefined));
    await expect(blocks[Symbol.asyncIterator]().next()).rejects.toThrow(/not as it was when it was opened/u);
    table.free();
  });
});
