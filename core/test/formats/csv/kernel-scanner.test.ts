import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDialect } from "../../../src/formats/csv/dialect.ts";
import { numberColumn, textColumn } from "../../../src/formats/csv/scanner.ts";
import { dialects, kinds, text, usualTable } from "./samples.ts";
import { scanned } from "./scanners.ts";

const encoder = new TextEncoder();
const runs = Number(process.env["ARGSCOPE_RUNS"] ?? 2000);

describe("the scan kernel", () => {
  it("answers as its reference, whatever the bytes, the dialect and the columns", () => {
    fc.assert(
      fc.property(text, dialects, kinds, fc.boolean(), (bytes, dialect, columns, final) => {
        expect(scanned("kernel", bytes, dialect, columns, final)).toEqual(scanned("reference", bytes, dialect, columns, final));
      }),
      { numRuns: runs, seed: 20_261_122 },
    );
  });

  it("answers as its reference where most rows are plain ones", () => {
    fc.assert(
      fc.property(usualTable, dialects, fc.boolean(), ({ bytes, kinds }, dialect, final) => {
        const read = { ...dialect, delimiter: plainDialect.delimiter };
        expect(scanned("kernel", bytes, read, kinds, final)).toEqual(scanned("reference", bytes, read, kinds, final));
      }),
      { numRuns: runs / 4, seed: 20_261_122 },
    );
  });

  it("knows a missing marker that is a number by its text, not by its value", () => {
    fc.assert(
      fc.property(
        usualTable,
        fc.constantFrom(["-9999", "0"], ["7.", "4.5"], ["9007199254740993"]),
        ({ bytes, kinds }, missing) => {
          const cells = new TextEncoder().encode("0,-9999,0.0,-9999.0\n".repeat(7));
          const both = Uint8Array.from([...bytes, ...cells]);
          const [kernel, reference] = (["kernel", "reference"] as const).map((which) =>
            scanned(which, both, plainDialect, kinds, true, both.length + 1, missing),
          );
          expect(kernel).toEqual(reference);
        },
      ),
      { numRuns: runs / 10, seed: 20_261_122 },
    );
  });

  it("answers alike when its window is smaller than a record", () => {
    fc.assert(
      fc.property(text, kinds, fc.integer({ min: 1, max: 40 }), (bytes, columns, window) => {
        const whole = scanned("reference", bytes, plainDialect, columns, true);
        expect(scanned("kernel", bytes, plainDialect, columns, true, window)).toEqual(whole);
      }),
      { numRuns: runs, seed: 20_261_122 },
    );
  });

  it("forgets the doubled quotes of a cell that it reads again as text", () => {
    const bytes = encoder.encode('"\r"""0,');
    const kinds = [textColumn, textColumn];
    expect(scanned("kernel", bytes, plainDialect, kinds, true)).toEqual(scanned("reference", bytes, plainDialect, kinds, true));
  });

  it("marks every 256th row's start", () => {
    const bytes = encoder.encode(Array.from({ length: 2000 }, (_, row) => `${row},"a\nb"\n`).join(""));
    const { offsets, rows } = scanned("kernel", bytes, plainDialect, [numberColumn, textColumn], true);
    expect(rows).toBe(2000);
    expect(offsets).toHaveLength(8);
    const starts = offsets.map((offset) => Number(new TextDecoder().decode(bytes.slice(offset, offset + 4)).split(",")[0]));
    expect(starts).toEqual([0, 256, 512, 768, 1024, 1280, 1536, 1792]);
  });
});
