import fc from "fast-check";
import { expect, it } from "vitest";
import { plainDialect } from "../../../../src/formats/csv/dialect.ts";
import { usualMissing } from "../../../../src/formats/csv/options.ts";
import { cutRecords } from "../../../../src/formats/csv/record-cutter.ts";
import { countColumns } from "../../../../src/formats/csv/sniff/column-counts.ts";
import { judgeColumns } from "../../../../src/formats/csv/sniff/columns.ts";
import { Sample } from "../../../../src/formats/csv/sniff/sample.ts";

const cells = fc.constantFrom("1", "2.5", "-3e4", "", "NA", "nan", "word", "7 m", '"8"', '""');
const plainCells = fc.constantFrom("1", "22", "3.5");

/** A sample of rows, and what is counted when a look at each column counts as slow from so many columns on. */
function counted(rows: readonly (readonly string[])[], judged: number, wide: number) {
  const bytes = new TextEncoder().encode(rows.map((row) => `${row.join(",")}\n`).join(""));
  const records = cutRecords(bytes, 0, plainDialect, 1000, true);
  const { odd, ...counts } = countColumns(new Sample(bytes, records, plainDialect, usualMissing), 0, judged, wide);
  return { counts, odd };
}

it("counts a row of very many columns as any other", () => {
  const row = fc.array(fc.oneof({ weight: 9, arbitrary: plainCells }, { weight: 1, arbitrary: cells }), {
    minLength: 2,
    maxLength: 12,
  });
  const table = fc.array(row, { minLength: 1, maxLength: 6 });
  const even = fc
    .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 6 }))
    .chain(([width, rows]) =>
      fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
    );
  let searched = 0;
  fc.assert(
    fc.property(fc.oneof(table, even), fc.nat(2), fc.nat(12), (rows, footnotes, usual) => {
      const judged = Math.max(0, rows.length - footnotes);
      const one = counted(rows, judged, 1);
      const other = counted(rows, judged, Number.POSITIVE_INFINITY);
      if (one.odd !== null) searched++;
      expect(one.counts).toEqual(other.counts);
      const width = one.counts.filled.length;
      const most = Math.min(width, usual);
      expect(judgeColumns({ ...one.counts, odd: one.odd }, width, most)).toEqual(
        judgeColumns({ ...other.counts, odd: null }, width, most),
      );
    }),
    { numRuns: 3000, seed: 20_261_123 },
  );
  expect(searched).toBeGreaterThan(500);
});

it("gives up searching where most cells of wide rows are no numbers", () => {
  const words = Array.from({ length: 5000 }, () => "word");
  expect(counted([words, words], 2, 4096).odd).toBeNull();
  const numbers = words.map((_, k) => (k === 7 ? "word" : "1"));
  expect(counted([numbers, numbers], 2, 4096).odd).toEqual([7]);
});
