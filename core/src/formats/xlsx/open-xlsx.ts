import { readXlsx, type Workbook } from "hucre/xlsx";
import { FormatError, IndexError } from "../../errors.ts";
import { chooseCells } from "../../table/choose-cells.ts";
import { tableFromColumns } from "../../table/from-columns.ts";
import { labelRules } from "../../table/label-kind.ts";
import type { ByteSource } from "../byte-source.ts";
import { usualMissing } from "../csv/options.ts";
import { Task } from "../csv/task.ts";
import type { Data } from "../open/data.ts";
import type { OpenOptions } from "../open/options.ts";
import { openArchive } from "../zip/archive.ts";
import { sheetTable } from "./sheet-table.ts";
import { workbookBytes } from "./workbook-bytes.ts";

/**
 * Opens a worksheet of an Excel workbook: the one that is asked for, or the only one that shows; else all their names. Cells have
 * the values that the spreadsheet last computed.
 *
 * @throws {FormatError} it is no workbook, or damaged, or the worksheet is empty.
 * @throws {IndexError} there is no worksheet of that name.
 * @throws {CapacityError} it unpacks to more than is taken, or the table needs more memory than there is.
 */
export async function openXlsx(source: ByteSource, options: OpenOptions): Promise<Data> {
  const task = new Task(options.control);
  const { entries } = await openArchive(source);
  const names = await sheetNames(source.name, await workbookBytes(source, entries, false, task));
  const { all, shown } = names;
  const wanted = options.sheet ?? (shown.length === 1 ? shown[0] : undefined);
  if (wanted === undefined) {
    if (all.length === 0) throw new FormatError(`${source.name} has no worksheet.`, { byte: 0 });
    return { kind: "choice", format: "xlsx", of: "sheet", choices: all.map((name) => ({ name })) };
  }
  if (!all.includes(wanted)) throw new IndexError(`${source.name} has no worksheet "${wanted}": it has ${all.join(", ")}.`);
  const bytes = await workbookBytes(source, entries, true, task);
  const book = await read(source.name, () => readXlsx(bytes, { sheets: [wanted] }));
  const grid = book.sheets.find(({ name }) => name === wanted)?.rows ?? [];
  const found = sheetTable(wanted, grid, options);
  const chosen = chooseCells(found.columns, found.rowCount, options);
  const { table, sentences } = await tableFromColumns(chosen, {
    rules: labelRules(options.missing ?? usualMissing, options.dates),
    rowName: (row) => `row ${found.sheetRow(chosen.firstRow + row)}`,
    step: (done, total) => task.step(done, total),
  });
  return {
    kind: "table",
    format: "xlsx",
    table,
    text: null,
    sentences: [...sentences, ...found.sentences],
    release: () => table.free(),
  };
}

async function sheetNames(name: string, bytes: Uint8Array): Promise<{ all: string[]; shown: string[] }> {
  const all: string[] = [];
  const shown: string[] = [];
  await read(name, () =>
    readXlsx(bytes, {
      sheets: (sheet) => {
        all.push(sheet.name);
        if (sheet.hidden !== true && sheet.veryHidden !== true) shown.push(sheet.name);
        return false;
      },
    }),
  );
  return { all, shown };
}

/** Whatever the library throws is about the file: it gets nothing but its bytes. */
async function read(name: string, work: () => Promise<Workbook>): Promise<Workbook> {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError(`${name} is not a workbook that can be read: ${why}`, { byte: 0 });
  }
}
