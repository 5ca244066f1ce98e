import type { NdArray } from "../array/ndarray.ts";
import type { CellRange } from "../contract/selecting.ts";

/** A column of text, cell by cell. */
interface Texts {
  readonly name: string;
  text(row: number): string;
}

/** What the grid shows: a slice of an array, and the orders in which its rows and columns are shown. */
export interface Plane {
  /** The slice, whether shown or not: shape (rows, columns), any strides. */
  readonly cells: NdArray;
  /** The row at each place; null: every row, in the array's order. */
  readonly rowOrder: ArrayLike<number> | null;
  /** The column at each place; null: all. Numbers from `cells`' columns on are columns of text, the second label the first. */
  readonly columnOrder: readonly number[] | null;
  /** Names of `cells`' columns; empty where there are none. */
  readonly names: readonly string[];
  /** The first stands beside the rows, the others behind the numbers. */
  readonly labels: readonly Texts[];
  /** The decimal mark that numbers are written with, as their file does. */
  readonly point: "." | ",";
}

/** How many rows are shown. */
export function planeRows({ cells, rowOrder }: Plane): number {
  return rowOrder === null ? (cells.shape[0] as number) : rowOrder.length;
}

/** How many columns are shown, those of text among them. */
export function planeColumns(plane: Plane): number {
  const { cells, columnOrder, labels } = plane;
  return columnOrder === null ? (cells.shape[1] as number) + Math.max(0, labels.length - 1) : columnOrder.length;
}

/** The array's row at a place. */
export function rowAt({ rowOrder }: Plane, place: number): number {
  return rowOrder === null ? place : (rowOrder[place] as number);
}

/** The column at a place: one of the array's, or behind those one of text. */
export function columnAt({ columnOrder }: Plane, place: number): number {
  return columnOrder === null ? place : (columnOrder[place] as number);
}

/** The text that a column holds; undefined for a column of numbers. */
export function textsOf({ cells, labels }: Plane, column: number): Texts | undefined {
  const columns = cells.shape[1] as number;
  return column < columns ? undefined : labels[column - columns + 1];
}

/** Where a cell of the array lies in the block, in elements. */
export function positionIn({ cells }: Plane, row: number, column: number): number {
  return cells.offset + row * (cells.strides[0] as number) + column * (cells.strides[1] as number);
}

/** The columns of a range as runs of neighbours in the array: column and how many. Columns of text are left out. */
function columnRuns(plane: Plane, { left, right }: CellRange): { readonly column: number; readonly count: number }[] {
  const columns = plane.cells.shape[1] as number;
  if (plane.columnOrder === null) {
    const count = Math.min(right, columns) - left;
    return count > 0 ? [{ column: left, count }] : [];
  }
  const runs: { column: number; count: number }[] = [];
  for (let place = left; place < right; place++) {
    const column = columnAt(plane, place);
    const last = runs.at(-1);
    if (column >= columns) continue;
    if (last !== undefined && last.column + last.count === column) last.count++;
    else runs.push({ column, count: 1 });
  }
  return runs;
}

/** Hears where a run of cells begins in the block, how many they are, and the way from one to the next, in elements. */
export type Run = (start: number, count: number, stride: number) => void;

/** So few columns are walked down one after the other; of more, each row's neighbours are read while they are near. */
const FEW = 4;

/** Visits the numbers of a range, each once, in runs as long as the array's layout allows. In no promised order. */
export function eachRun(plane: Plane, range: CellRange, run: Run): void {
  const { cells, rowOrder } = plane;
  const [perRow, perColumn] = cells.strides as [number, number];
  const rows = range.bottom - range.top;
  for (const { column, count } of columnRuns(plane, range)) {
    if (rowOrder === null && perRow === count * perColumn) {
      run(positionIn(plane, range.top, column), rows * count, perColumn);
    } else if (rowOrder === null && rows > count && (count <= FEW || Math.abs(perRow) < Math.abs(perColumn))) {
      for (let k = 0; k < count; k++) run(positionIn(plane, range.top, column + k), rows, perRow);
    } else {
      for (let place = range.top; place < range.bottom; place++) {
        run(positionIn(plane, rowAt(plane, place), column), count, perColumn);
      }
    }
  }
}
