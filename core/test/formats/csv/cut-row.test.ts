import { describe, expect, it } from "vitest";
import { buildTable } from "../../../src/formats/csv/build.ts";
import { readCsv } from "../../../src/formats/csv/index.ts";
import { sampleOf } from "../../../src/formats/csv/sample-of.ts";
import { openSource } from "../../../src/formats/csv/source.ts";
import { Task } from "../../../src/formats/csv/task.ts";
import type { Table } from "../../../src/table/table.ts";

const columns = 9000;
/** Behind what a sample has of the first row. */
const far = 8000;
/** Names that make a header longer than a sample of other files. */
const name = (column: number): string => `a column whose name is rather long ${column}`;
/** Cells, line by line from the header on. */
type Lines = string[][];

function linesOf(rows = 4): Lines {
  const digits = "1".repeat(60);
  const cells = (row: number): string[] => Array.from({ length: columns }, (_, k) => (k * 0.37 + row).toFixed(9) + digits);
  return [Array.from({ length: columns }, (_, k) => name(k)), ...Array.from({ length: rows }, (_, row) => cells(row))];
}

function put(lines: Lines, line: number, column: number, text: string): void {
  (lines[line] as string[])[column] = text;
}

function putAll(lines: Lines, column: number, text: string): void {
  for (let line = 1; line < lines.length; line++) put(lines, line, column, text);
}

/** All that is known of a table: what its columns are, every cell, and its receipt. */
function contentOf(table: Table): unknown {
  const { receipt, dialect, rowCount, headings } = table;
  const cells = table.columns.map((column) => {
    if (column.kind === "number") return { ...column };
    const texts = Array.from({ length: rowCount }, (_, row) => column.text(row));
    return [column.name, column.index, column.dtype, column.missing, texts];
  });
  const content = { receipt, dialect, rowCount, headings, cells, values: table.block().toNested() };
  table.free();
  return structuredClone(JSON.parse(JSON.stringify(content, (_, value) => (typeof value === "bigint" ? `${value}` : value))));
}

const task = (): Task => new Task(undefined);

/** A file read by a sample of whole rows. */
async function byWholeRows(bytes: Uint8Array): Promise<unknown> {
  const source = await openSource(bytes, {}, task());
  const { text, guess, sniffed } = await sampleOf(source, {}, { wholeRows: true }, task());
  return contentOf(await buildTable(text, sniffed, guess, task()));
}

async function isCut(bytes: Uint8Array): Promise<boolean> {
  return (await sampleOf(await openSource(bytes, {}, task()), {}, {}, task())).sniffed.isCut;
}

const utf8 = (lines: Lines, parter = ",", ending = "\n"): Uint8Array =>
  new TextEncoder().encode(`${lines.map((cells) => cells.join(parter)).join(ending)}${ending}`);

function changed(change: (lines: Lines) => void, parter = ",", ending = "\n"): Uint8Array {
  const lines = linesOf();
  change(lines);
  return utf8(lines, parter, ending);
}

/** Bytes with a letter of windows-1252 in a cell of text. */
function western(): Uint8Array {
  const bytes = changed((lines) => putAll(lines, far, "caf#"));
  return bytes.map((byte) => (byte === 35 ? 0xe9 : byte));
}

const nothing = (): void => {};

describe("a row of which the sample has the first cells alone", () => {
  it.each<[string, boolean, Uint8Array]>([
    ["all of whose others are numbers", true, changed(nothing)],
    ["parted by semicolons", true, changed(nothing, ";")],
    ["parted by tabs", true, changed(nothing, "\t")],
    ["with lines that end in two characters", true, changed(nothing, ",", "\r\n")],
    ["with names of letters that are not ASCII", true, changed((lines) => put(lines, 0, far, "größe"))],
    ["one of whose others is missing", true, changed((lines) => put(lines, 1, far, ""))],
    ["one of whose others is marked as missing", true, changed((lines) => put(lines, 1, far, "NA"))],
    ["above rows with gaps", true, changed((lines) => put(lines, 3, 7, ""))],
    ["with a column that is empty throughout", true, changed((lines) => putAll(lines, far, ""))],
    ["with a column that is marked as missing throughout", true, changed((lines) => putAll(lines, far, "n/a"))],
    ["with a column of whole numbers", true, changed((lines) => putAll(lines, far, "12"))],
    ["with a whole number that is too large for float64", true, changed((lines) => putAll(lines, far, "9007199254740993"))],
    ["with a quoted number", true, changed((lines) => put(lines, 1, far, '"5.5"'))],
    ["with a word", true, changed((lines) => put(lines, 1, far, "red"))],
    ["with a column of words", true, changed((lines) => putAll(lines, far, "red"))],
    ["with a word in a later row", true, changed((lines) => put(lines, 4, far, "7 m"))],
    ["with a quoted delimiter", true, changed((lines) => putAll(lines, far, '"a, b"'))],
    ["with parted thousands in quotes", true, changed((lines) => putAll(lines, far, '"1,234,567"'))],
    ["with decimal commas that the first cells lack", true, changed((lines) => lines.forEach(wholeButFar), ";")],
    ["with a quote that is never closed", true, changed((lines) => put(lines, 1, far, '"5'))],
    ["that is shorter than the header", true, changed((lines) => lines[1]?.splice(far))],
    ["that is longer than the header", true, changed((lines) => lines.slice(1).map((cells) => cells.push("1", "2")))],
    ["above a footnote", true, changed((lines) => lines.push(["Source: a survey"]))],
    ["above a word of windows-1252", true, western()],
    ["with a word among its first cells", false, changed((lines) => put(lines, 1, 3, "red"))],
    [
      "below another line of names",
      false,
      changed((lines) =>
        lines.splice(
          1,
          0,
          (lines[0] as string[]).map(() => "kg"),
        ),
      ),
    ],
    ["with blanks before each cell", false, changed(nothing, ", ")],
    ["below nothing but numbers", false, changed((lines) => lines.splice(0, 1, longNumbers()))],
    ["below a line of text", false, changed((lines) => lines.unshift(["a title ".repeat(50_000)]))],
  ])("is read as by a sample of whole rows: %s", async (_, cut, bytes) => {
    expect(await isCut(bytes)).toBe(cut);
    expect(contentOf(await readCsv(bytes))).toEqual(await byWholeRows(bytes));
  });

  it("is not cut for who chooses rows, or refuses a malformed file", async () => {
    const bytes = changed((lines) => lines[1]?.splice(far));
    await expect(readCsv(bytes, { strict: true })).rejects.toThrow(`line 2 has ${far} cells, and the table ${columns} columns`);
    const table = await readCsv(changed(nothing), { rows: { start: 1, stop: 2 } });
    expect([table.rowCount, table.columns.length]).toEqual([1, columns]);
    table.free();
  });
});

function wholeButFar(cells: string[], line: number): void {
  for (let k = 0; line > 0 && k < columns; k++) cells[k] = k < far ? `${"0".repeat(70)}${k}` : `${k},5`;
}

function longNumbers(): string[] {
  return Array.from({ length: columns }, (_, k) => `0.${String(k).padStart(40, "1")}`);
}
