import { expect, it } from "vitest";
import { readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";

it("counts the cells with bytes that the chosen encoding does not know", async () => {
  const bytes = Uint8Array.from(
    [..."name,n\nok,1\ncaf"].map((c) => c.charCodeAt(0)).concat(0xe9, 44, 50, 10, 0xff, 44, 51, 10),
  );
  const table = await readCsv(bytes, { encoding: "utf-8" });
  expect(table.receipt.replaced).toEqual({
    count: 2,
    places: [
      { name: "name", row: 1 },
      { name: "name", row: 2 },
    ],
  });
  expect(table.labels[0]?.text(1)).toBe("caf\ufffd");
  expect(receiptSentences(table.receipt)).toContain(
    '2 cells had bytes that the encoding does not know, shown as \ufffd (the first in row 1 of column "name").',
  );
});

it("counts them where a decoder has left its mark", async () => {
  const wide = Buffer.from("name,n\nok,1\nb?d,2\n", "utf16le");
  // Half of a pair, alone.
  wide.writeUInt16LE(0xd800, 2 * "name,n\nok,1\nb".length);
  const table = await readCsv(new Uint8Array(wide), { encoding: "utf-16le" });
  expect(table.receipt.replaced).toEqual({ count: 1, places: [{ name: "name", row: 1 }] });
});

it("counts none in a file that is as its encoding has it", async () => {
  expect((await readCsv(new TextEncoder().encode("name,n\ncafé,1\n"))).receipt.replaced.count).toBe(0);
});
