import { describe, expect, it } from "vitest";
import { plainDialect } from "../../../src/formats/csv/dialect.ts";
import { cutRows, readCsvFile } from "../../../src/formats/csv/index.ts";
import { sourceOf } from "./sources.ts";
import { isSurveyMissing, surveyBytes, surveyNames } from "./survey-files.ts";

/** The files that are not read exactly with automatic settings, each with what a person must do. */
const needAPerson: Record<string, string> = {
  "20170320-ePC_Data-Travel-Stationery.csv": "holds two tables: choose the rows of one",
  "Copy_of_2016-17_Q3_Final_V2.csv":
    "nothing: the survey's table lost the pound sign of its header, and has another letter for the others",
  "O18_air.csv": "nothing: row 19 of the survey's table has a damaged cell",
  "Sustainability_-_Water_consumption_P_56.csv": "nothing: the survey joins the title in the first line to the first heading",
  "permanent_secretary_and_director_general_expenses_and_hospitality_april_to_june_2012.csv":
    "holds several tables under titles: choose the rows of one",
};

/** A header's names are compared as a reader sees them: the survey doubles quotes in them, and blanks around differ. */
const heading = (text: string): string => text.replaceAll("''", '"').trim();

/** The whole table as it was read: header and the cells' own text, padded to the table's width. */
async function tableOf(bytes: Uint8Array): Promise<string[][]> {
  const { table, text } = await readCsvFile(sourceOf(bytes));
  const rows = cutRows(await text.read(table.rowOffsets[0] ?? 0, text.size), table.dialect, 0, Infinity, true);
  expect(rows.length).toBe(table.rowCount);
  const names = table.headings.length === 0 ? table.columns.map((column) => column.name) : table.headings;
  table.free();
  return [names.map(heading), ...rows];
}

function cleanOf(bytes: Uint8Array): string[][] {
  const [names = [], ...rows] = cutRows(bytes, plainDialect, 0, Infinity, true);
  return [names.map(heading), ...rows];
}

function differenceOf(got: readonly string[][], wanted: readonly string[][]): string | null {
  const width = Math.max(...wanted.map((cells) => cells.length), ...got.map((cells) => cells.length));
  const whole = (cells: readonly string[] = []): string => Array.from({ length: width }, (_, k) => cells[k] ?? "").join("\0");
  const row = wanted.findIndex((cells, k) => whole(cells) !== whole(got[k]));
  if (row < 0) return got.length === wanted.length ? null : `${got.length} rows instead of ${wanted.length}`;
  const [found = [], cells = []] = [got[row], wanted[row]];
  const column = Math.max(
    0,
    cells.findIndex((cell, k) => cell !== found[k]),
  );
  const [is, should] = [found[column], cells[column]].map((cell) => JSON.stringify(cell)?.slice(0, 60));
  return `row ${row} of ${wanted.length}, column ${column} of ${cells.length}: ${is} instead of ${should}`;
}

describe.skipIf(isSurveyMissing)("real files that people published", () => {
  it("reads at least 50 of 55 exactly as a careful person does, with automatic settings", async () => {
    const names = surveyNames();
    const exact: string[] = [];
    for (const name of names) {
      const wanted = cleanOf(surveyBytes("clean", name));
      const got = await tableOf(surveyBytes("csv", name));
      const difference = differenceOf(got, wanted);
      if (difference === null) exact.push(name);
      else console.log(`${name}: ${difference}. To do: ${needAPerson[name]}`);
    }
    console.log(`${exact.length} of ${names.length} files exactly as a careful person reads them`);
    expect(names.filter((name) => !exact.includes(name))).toEqual(Object.keys(needAPerson));
    expect(exact.length).toBeGreaterThanOrEqual(50);
  });
});
