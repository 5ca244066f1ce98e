import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dialect, plainDialect } from "../../../src/formats/csv/dialect.ts";
import { KernelCutter } from "../../../src/formats/csv/kernel-cutter.ts";
import { cutRecords } from "../../../src/formats/csv/record-cutter.ts";
import { dialects, text, usualTable } from "./samples.ts";

const runs = Number(process.env["ARGSCOPE_RUNS"] ?? 2000);
const encoder = new TextEncoder();

/** What the kernel cuts, and what its reference does. */
function both(bytes: Uint8Array, from: number, dialect: Dialect, limit: number, final: boolean): unknown[] {
  const cutter = new KernelCutter(bytes, limit);
  try {
    return [cutter.cut(from, dialect, limit, final), cutRecords(bytes, from, dialect, limit, final)].map((records) => ({
      count: records.count,
      dropped: records.dropped,
      records: Array.from({ length: records.count }, (_, k) => [
        records.line(k),
        records.start(k),
        records.next(k),
        records.firstCell(k),
      ]),
      spans: Array.from(records.spans.subarray(0, 2 * records.cells)),
      numbers: Array.from(records.numbers.subarray(0, records.cells)),
    }));
  } finally {
    cutter.release();
  }
}

describe("cutting a sample by the kernel", () => {
  it("finds what the reference finds, whatever the bytes and the dialect", () => {
    const bytes = fc.oneof(
      text,
      usualTable.map((table) => table.bytes),
    );
    fc.assert(
      fc.property(
        bytes,
        dialects,
        fc.nat(20),
        fc.constantFrom(1, 3, 1000),
        fc.boolean(),
        (bytes, dialect, from, limit, final) => {
          const [kernel, reference] = both(bytes, Math.min(from, bytes.length), dialect, limit, final);
          expect(kernel).toEqual(reference);
        },
      ),
      { numRuns: runs, seed: 20_261_123 },
    );
  });

  it("knows the same cells as numbers", () => {
    const parts = ["", "0", "7", "12", ".", "5", "e", "E", "+", "-", "3", "x", " ", "1234567890123456789"];
    const cells = parts.flatMap((a) => parts.flatMap((b) => parts.flatMap((c) => parts.map((d) => a + b + c + d))));
    for (const point of [".", ","]) {
      const bytes = encoder.encode(cells.map((cell) => cell.replaceAll(".", point)).join(";"));
      const dialect = { ...plainDialect, delimiter: 59, point: point.charCodeAt(0) };
      const [kernel, reference] = both(bytes, 0, dialect, 1, true);
      expect(kernel).toEqual(reference);
    }
  });

  it("holds any number of cells", () => {
    // More than there is room for beside so many bytes.
    const bytes = encoder.encode(",".repeat(1_100_000));
    const cutter = new KernelCutter(bytes, 1000);
    const [kernel, reference] = [cutter.cut(0, plainDialect, 1000, true), cutRecords(bytes, 0, plainDialect, 1000, true)];
    cutter.release();
    expect(kernel).toMatchObject({ count: 1, cells: 1_100_001 });
    const places = ({ spans, cells }: typeof kernel): Buffer => Buffer.from(spans.slice(0, 2 * cells).buffer);
    expect(places(kernel).equals(places(reference))).toBe(true);
  });
});
