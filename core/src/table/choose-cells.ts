import { columnNames } from "../formats/csv/sniff/names.ts";
import type { CellColumn, NamedColumn } from "./cell.ts";
import { type ColumnChoice, chosenColumns } from "./choose-columns.ts";
import { type RowRange, rowsWithin } from "./row-range.ts";

/** What of a table of typed cells is read. */
export interface CellChoice extends ColumnChoice {
  readonly rows?: RowRange;
}

/** The columns and rows that are read. */
export interface ChosenCells {
  readonly columns: readonly NamedColumn[];
  readonly rowCount: number;
  /** The first of them, counted in the whole table. */
  readonly firstRow: number;
  /** What was said, and what was left out. */
  readonly rowRange: RowRange | null;
  readonly skippedColumns: number;
}

/** @throws {ValueError} a name is no column's, or no column is left. */
export function chooseCells(all: readonly CellColumn[], rowCount: number, choice: CellChoice): ChosenCells {
  const names = namedColumns(all);
  const { start, stop } = rowsWithin(choice.rows, rowCount);
  const kept = chosenColumns(names, choice);
  const columns = names.flatMap((column, k): NamedColumn[] => {
    if (kept[k] === false) return [];
    const { cell } = column;
    const shifted = start === 0 ? cell : (row: number) => cell(start + row);
    return [{ ...column, cell: shifted, ...(column.name === choice.indexCol ? { asText: true } : {}) }];
  });
  const skippedColumns = all.length - columns.length;
  return { columns, rowCount: stop - start, firstRow: start, rowRange: choice.rows ?? null, skippedColumns };
}

/** Columns with names that no other has. */
function namedColumns(columns: readonly CellColumn[]): NamedColumn[] {
  const headings = columns.map(({ heading }) => heading);
  const names = columnNames(headings, headings.length, headings.length);
  return columns.map((column, index) => ({ ...column, name: names[index]?.name ?? "", index }));
}
