import { describe, expect, it } from "vitest";
import { cutRows, readCsvFile } from "../../../src/formats/csv/index.ts";
import { Task } from "../../../src/formats/csv/task.ts";
import { transcoded } from "../../../src/formats/csv/transcode.ts";
import { sourceOf } from "./sources.ts";

const rows = Array.from({ length: 40_000 }, (_, row) => `${row},Zoë ${row},£${row}.50`);
const text = `id,name,price\r\n${rows.join("\r\n")}\r\n`;

function utf16(big: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))].forEach((unit, k) => {
    view.setUint16(2 * k, unit, !big);
  });
  return bytes;
}

const files: [string, Uint8Array][] = [
  ["windows-1252", Uint8Array.from(text, (character) => character.charCodeAt(0))],
  ["utf-16le", utf16(false)],
  ["utf-16be", utf16(true)],
];

describe.each(files)("a file in %s", (encoding, bytes) => {
  it("has the text of its rows where the row offsets say, in UTF-8", async () => {
    const { table, text: whole } = await readCsvFile(sourceOf(bytes));
    expect(table.receipt.encoding.value).toBe(encoding);
    expect(table.rowCount).toBe(rows.length);
    for (const chunk of [0, 1, 77, table.rowOffsets.length - 2]) {
      const part = await whole.read(table.rowOffsets[chunk] ?? 0, table.rowOffsets[chunk + 1] ?? 0);
      const expected = rows.slice(256 * chunk, 256 * (chunk + 1)).map((row) => row.split(","));
      expect(cutRows(part, table.dialect, 0, Infinity, true)).toEqual(expected);
    }
    table.free();
  });

  it("is the same text wherever it is read from", async () => {
    const start = encoding === "windows-1252" ? 0 : 2;
    const whole = await transcoded(sourceOf(bytes), encoding, start, new Task(undefined));
    const expected = new TextEncoder().encode(text);
    expect(whole.size).toBe(expected.length);
    for (const [from, to] of [
      [0, 10],
      [300_000, 700_000],
      [expected.length - 3, expected.length],
      [0, expected.length],
      [5, 5],
    ]) {
      expect(Buffer.compare(await whole.read(from ?? 0, to ?? 0), expected.subarray(from, to))).toBe(0);
    }
  });
});

it("takes a line that is longer than what is decoded at once", async () => {
  const long = `${"é".repeat(700_000)}\n1,2\n`;
  const bytes = Uint8Array.from(long, (character) => character.charCodeAt(0));
  const whole = await transcoded(sourceOf(bytes), "windows-1252", 0, new Task(undefined));
  expect(new TextDecoder().decode(await whole.read(0, whole.size))).toBe(long);
});

it("tries a read that failed again", async () => {
  const bytes = Uint8Array.from("a,é\n", (character) => character.charCodeAt(0));
  let broken = false;
  const source = {
    ...sourceOf(bytes),
    read: async (start: number, end: number) => (broken ? Promise.reject(new Error("gone")) : bytes.subarray(start, end)),
  };
  const whole = await transcoded(source, "windows-1252", 0, new Task(undefined));
  broken = true;
  await expect(whole.read(0, 2)).rejects.toThrow("gone");
  broken = false;
  expect(Array.from(await whole.read(0, 2))).toEqual([97, 44]);
});
