import { expect, it } from "vitest";
import { labelRules } from "../../src/table/label-kind.ts";
import { type ColumnPlan, TableBuilder } from "../../src/table/table-builder.ts";

const plan = (kind: ColumnPlan["kind"], index = 0): ColumnPlan => ({ name: `c${index}`, heading: `c${index}`, index, kind });
const rest = { rules: labelRules([], undefined), broken: [], rowRange: null, skippedColumns: 0 };

it("turns integers into float64 where one is missing, and notes what was rounded", () => {
  const builder = new TableBuilder([plan("int64")], 4);
  for (const [row, value] of [9007199254740993n, -3, null, 9007199254740995n].entries()) builder.setNumber(row, 0, value);
  const table = builder.finish(rest);
  expect(table.block().toNested()).toEqual([[9007199254740992], [-3], [Number.NaN], [9007199254740996]]);
  expect(table.receipt).toMatchObject({ gappedIntegers: ["c0"], missing: { count: 1, places: [{ row: 2 }] } });
  expect(table.receipt.rounded.places.map(({ row }) => row)).toEqual([0, 3]);
  table.free();
});

it("keeps integers exact beside floats, where only they are asked for", () => {
  const builder = new TableBuilder([plan("uint64"), plan("float64", 1)], 2);
  builder.setNumber(0, 0, 18446744073709551615n);
  builder.setNumber(0, 1, 0.5);
  builder.setNumber(1, 0, 4294967297);
  builder.setNumber(1, 1, null);
  const table = builder.finish(rest);
  expect(table.block().toNested()).toEqual([
    [2 ** 64, 0.5],
    [4294967297, Number.NaN],
  ]);
  expect(table.block(["c0"]).toNested()).toEqual([[18446744073709551615n], [4294967297n]]);
  table.free();
});

it("refuses more than memory holds, and says what to do", () => {
  expect(() => new TableBuilder([plan("float64")], 2 ** 31)).toThrow(
    /17\.2 GB of memory .* Read fewer columns or a range of rows: .* --columns and --rows\.$/,
  );
});
