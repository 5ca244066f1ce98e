import { type CellValue, readXlsx, type Workbook } from "hucre/xlsx";
import { CapacityError, FormatError, IndexError } from "../../errors.ts";
import { chooseCells } from "../../table/choose-cells.ts";
import { tableFromColumns } from "../../table/from-columns.ts";
import { labelRules } from "../../table/label-kind.ts";
import type { ByteSource } from "../byte-source.ts";
import { usualMissing } from "../csv/options.ts";
import { Task } from "../csv/task.ts";
import type { Data } from "../open/data.ts";
import type { OpenOptions } from "../open/options.ts";
import { openArchive } from "../zip/archive.ts";
import { withOwnCells } from "./own-cells.ts";
import { sheetPieces } from "./sheet-pieces.ts";
import { sheetTable } from "./sheet-table.ts";
import { timeStyles } from "./time-styles.ts";
import { type Extent, isSheet, isStyles, type Part, packed, workbookParts } from "./workbook-parts.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** As many cells as the library takes in one worksheet. */
const MAX_CELLS = 20_000_000;

/**
 * Opens a worksheet of an Excel workbook: the one that is asked for, or the only one that shows; else all their names. Cells have
 * the values that the spreadsheet last computed.
 *
 * @throws {FormatError} it is no workbook, or damaged, or the worksheet is empty.
 * @throws {IndexError} there is no worksheet of that name.
 * @throws {CapacityError} it unpacks to more than is taken, or the table needs more memory than there is.
 */
export async function openXlsx(source: ByteSource, options: OpenOptions): Promise<Data> {
  return openSheet(source, options, "all");
}

/** As `openXlsx`, of the first rows of a large worksheet. Types and widths are theirs: the whole may have others. */
export async function openXlsxStart(source: ByteSource, options: OpenOptions): Promise<Data> {
  return openSheet(source, options, "start");
}

async function openSheet(source: ByteSource, options: OpenOptions, extent: Extent): Promise<Data> {
  const task = new Task(options.control);
  const { entries } = await openArchive(source);
  const names = await sheetNames(source.name, packed(await workbookParts(source, entries, "names", task)));
  const { all, shown } = names;
  const wanted = options.sheet ?? (shown.length === 1 ? shown[0] : undefined);
  if (wanted === undefined) {
    if (all.length === 0) throw new FormatError(`${source.name} has no worksheet.`, { byte: 0 });
    return { kind: "choice", format: "xlsx", of: "sheet", choices: all.map((name) => ({ name })) };
  }
  if (!all.includes(wanted)) throw new IndexError(`${source.name} has no worksheet "${wanted}": it has ${all.join(", ")}.`);
  const parts = await workbookParts(source, entries, extent, task);
  const grid = await gridOf(source.name, parts, wanted, task);
  const found = sheetTable(wanted, grid, options);
  const chosen = chooseCells(found.columns, found.rowCount, options);
  const { table, sentences } = await tableFromColumns(chosen, {
    rules: labelRules(options.missing ?? usualMissing, options.dates),
    rowName: (row) => `row ${found.sheetRow(chosen.firstRow + row)}`,
    step: (done, total) => task.step(9 * total + done, 10 * total),
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

/** The cells of a worksheet, row by row; a large one is read in pieces. */
async function gridOf(name: string, parts: readonly Part[], sheet: string, task: Task): Promise<CellValue[][]> {
  const rowsOf = async (some: readonly Part[]): Promise<CellValue[][]> => {
    const bytes = packed(some);
    const book = await read(name, () => readXlsx(bytes, { sheets: [sheet] }));
    return book.sheets.find((candidate) => candidate.name === sheet)?.rows ?? [];
  };
  const styles = timeStyles(textOf(parts.find(({ name }) => isStyles(name))?.content));
  const mend = (xml: string): string => withOwnCells(xml, styles);
  const pieces = sheetPieces(parts, isSheet, mend);
  if (pieces === null) {
    return rowsOf(
      parts.map(({ name, content }) => ({ name, content: isSheet(name) ? encoder.encode(mend(textOf(content))) : content })),
    );
  }
  const grid: CellValue[][] = [];
  let cells = 0;
  for (const { parts: some, share } of pieces) {
    const [marker, ...rows] = await rowsOf(some);
    const before = Number(marker?.[0] ?? 0);
    cells += rows.reduce((sum, row) => sum + row.length, 0) + Math.max(0, before - grid.length);
    if (cells > MAX_CELLS) {
      throw new CapacityError(`${name} has more than ${MAX_CELLS} cells in one sheet. Save it as CSV.`, cells, MAX_CELLS);
    }
    while (grid.length < before) grid.push([]);
    for (const row of rows) grid.push(row);
    await task.step(1 + 2.6 * share, 4);
  }
  return grid;
}

function textOf(content: Uint8Array | undefined): string {
  return content === undefined ? "" : decoder.decode(content);
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
