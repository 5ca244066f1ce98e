import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { readCsvFile } from "@argscope/core/formats/csv/read.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { encoderOf } from "@argscope/core/formats/csv/write/encode.ts";
import { ownCsv } from "@argscope/core/formats/csv/write/own-csv.ts";
import { describe, expect, it } from "vitest";
import { newCells } from "./new-cells.ts";

const survey = fileURLToPath(new URL("../../../../../../shared/data/csv-survey/csv/", import.meta.url));
const missing = !existsSync(survey);
if (missing) console.warn("Skipped: the survey of CSV files is not at ../shared/data/csv-survey beside the checkout.");

function sourceOf(bytes: Uint8Array): ByteSource {
  return { name: "file.csv", size: bytes.length, read: async (start, end) => bytes.slice(start, end), close() {} };
}

async function whole(blocks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const block of blocks) parts.push(block);
  return Buffer.concat(parts);
}

/** How many bytes two files have in common at their starts and, of the rest, at their ends. */
function common(a: Buffer, b: Buffer): { start: number; end: number } {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, end };
}

describe.skipIf(missing)("saving real files that people published", () => {
  const names = missing ? [] : readdirSync(survey).sort();

  it.each(names)("%s: without an edit it is the same bytes; with one cell edited only that cell differs", async (name) => {
    const bytes = new Uint8Array(readFileSync(survey + name));
    const source = sourceOf(bytes);
    const { table, text } = await readCsvFile(source);
    const task = new Task(undefined);
    const same = ownCsv({ source, text, table }, newCells([]), task);
    expect((await whole(same.blocks)).equals(bytes)).toBe(true);
    const encode = encoderOf(table.receipt.encoding.value);
    const column = table.numberColumns.at(-1)?.index ?? table.columns.length - 1;
    const rows = [0, Math.floor(table.rowCount / 2), table.rowCount - 1];
    for (const row of table.rowCount === 0 ? [] : rows) {
      const cells = newCells([{ row, column, text: "31415926" }]);
      const { blocks, rowOffsets } = ownCsv({ source, text, table }, cells, task);
      const saved = await whole(blocks);
      const { start, end } = common(Buffer.from(bytes), saved);
      // What differs lies within the old cell and the new text, with the delimiters that a short row lacked.
      const old = encode(cells.before[0] ?? "")?.length ?? 0;
      const fresh = encode("31415926")?.length ?? 0;
      const added = saved.length - bytes.length;
      expect(bytes.length - start - end).toBeLessThanOrEqual(old + 2);
      expect(saved.length - start - end).toBeLessThanOrEqual(Math.max(fresh, added) + 2);
      // The new file is read as the old one, but for that cell.
      const again = await readCsvFile(sourceOf(saved));
      expect(again.table.rowCount).toBe(table.rowCount);
      expect([...rowOffsets()]).toEqual([...again.table.rowOffsets]);
      expect(again.text.size - text.size).toBe((rowOffsets().at(-1) ?? 0) - (table.rowOffsets.at(-1) ?? 0));
      again.table.free();
    }
    table.free();
  });
});
