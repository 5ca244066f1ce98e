import { describe, expect, it } from "vitest";
import { CapacityError } from "../../../src/errors.ts";
import { foretell } from "../../../src/formats/csv/foretell.ts";
import { readCsv } from "../../../src/formats/csv/index.ts";
import { sniff } from "../../../src/formats/csv/sniff/index.ts";

/** A file whose lines come from `line`, by their number from the file's start; nothing of it is held. */
function fileOf(size: number, width: number, line: (k: number) => string) {
  const encoder = new TextEncoder();
  const counts = { read: 0 };
  const source = {
    name: "huge.csv",
    size,
    async read(start: number, end: number) {
      counts.read += end - start;
      const first = Math.floor(start / width);
      const lines = Array.from({ length: Math.ceil(end / width) - first }, (_, k) => line(first + k).padEnd(width - 1));
      return encoder.encode(`${lines.join("\n")}\n`).subarray(start - first * width, end - first * width);
    },
    close() {},
  };
  return { source, counts };
}

const gigabyte = 1e9;

describe("a table that would need more memory than there is", () => {
  it("is refused from a sample, and the refusal says what to do", async () => {
    const { source, counts } = fileOf(2 * gigabyte, 8, (k) => `${k % 10},1,2,3`);
    const refused = readCsv(source).catch((error: unknown) => error);
    const error = await refused;
    expect(error).toBeInstanceOf(CapacityError);
    expect(error).toMatchObject({ needed: (8 * 4 * (2 * gigabyte)) / 8, available: expect.any(Number) });
    expect(String(error)).toContain("huge.csv makes about 250 million rows. They need 8.0 GB of memory in one piece");
    expect(String(error)).toContain(
      "Read fewer columns or a range of rows: in the import options, or by --columns and --rows.",
    );
    expect(counts.read).toBeLessThan(4 << 20);
  });

  it("is known by the machine's own memory too", async () => {
    const { source } = fileOf(gigabyte, 10, (k) => `${k % 10},1.5`);
    await expect(readCsv(source, { memory: gigabyte })).rejects.toMatchObject({ tag: "Capacity", available: gigabyte });
  });

  it("is estimated from the whole file, not from its start", async () => {
    // Wide rows first: the rest is short ones, ten times as many as the start lets expect.
    const { source } = fileOf(gigabyte, 100, (k) => (k < 3000 ? "1,".repeat(49) : Array(10).fill("1,2").join("\n")));
    await expect(readCsv(source, { memory: 8 * gigabyte })).rejects.toMatchObject({ tag: "Capacity" });
  });

  it("can be had by columns", async () => {
    const { source } = fileOf(1 << 27, 16, (k) => `${k % 10},1,2,3,4,5,6`);
    await expect(readCsv(source, { memory: 1 << 28 })).rejects.toMatchObject({ tag: "Capacity" });
    const table = await readCsv(source, { memory: 1 << 28, columns: ["col_0"] });
    expect(table.block().shape).toEqual([2 ** 23, 1]);
    table.free();
  });

  it("can be had by rows", async () => {
    const { source, counts } = fileOf(2 * gigabyte, 8, (k) => `${k % 10},1,2,3`);
    const table = await readCsv(source, { rows: { start: 1000, stop: 1010 } });
    expect(table.block().shape).toEqual([10, 4]);
    expect(counts.read).toBeLessThan(16 << 20);
    table.free();
  });

  it("may not have more than 2^31 rows", async () => {
    const { source } = fileOf(20 * gigabyte, 4, () => "a");
    await expect(readCsv(source, { header: "none" })).rejects.toMatchObject({ tag: "Capacity", available: 2 ** 31 });
  });
});

it("looks no further into a file whose table fits even if its rows are as short as can be", async () => {
  const { source, counts } = fileOf(100e6, 10, (k) => `${k % 10},1.5`);
  const sniffed = sniff(await source.read(0, 1000), "0,1.5", 0, "record", {});
  counts.read = 0;
  await foretell(source, sniffed);
  expect(counts.read).toBe(0);
  await foretell(source, sniffed, 800e6);
  expect(counts.read).toBeGreaterThan(0);
});
