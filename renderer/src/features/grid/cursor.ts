/** The cell that has the focus, in places among the rows and columns shown, wherever the window over them stands. */
export interface Cursor {
  /** The number of rows: the answer row. */
  readonly row: number;
  /** -2: the row numbers; -1: the labels; the number of columns shown: the answer column. */
  readonly column: number;
}

export const ROW_NUMBERS = -2;
export const LABELS = -1;

/** Where the focus can go. */
export interface Bounds {
  readonly rows: number;
  readonly columns: number;
  readonly hasLabels: boolean;
  readonly hasAnswerRow: boolean;
  readonly hasAnswerColumn: boolean;
  /** Rows in sight. */
  readonly page: number;
}

/** The cell that a key leads to; null for a key that leads nowhere. `far`: Ctrl, or Command on a Mac. */
export function moved(cursor: Cursor, key: string, far: boolean, bounds: Bounds): Cursor | null {
  const { rows, columns, page } = bounds;
  const { row, column } = cursor;
  const lastRow = Math.max(0, rows - 1);
  const lastColumn = Math.max(0, columns - 1);
  switch (key) {
    case "ArrowUp":
      return { row: far ? 0 : Math.max(0, row - 1), column };
    case "ArrowDown":
      return { row: far ? lastRow : Math.min(bounds.hasAnswerRow ? rows : lastRow, row + 1), column };
    case "ArrowLeft":
      return { row, column: far ? 0 : leftOf(column, bounds) };
    case "ArrowRight":
      return { row, column: far ? lastColumn : rightOf(column, bounds) };
    case "PageUp":
      return { row: Math.max(0, Math.min(row, lastRow) - page), column };
    case "PageDown":
      return { row: Math.min(lastRow, row + page), column };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

function leftOf(column: number, { hasLabels }: Bounds): number {
  if (column > 0) return column - 1;
  return column === 0 && hasLabels ? LABELS : ROW_NUMBERS;
}

function rightOf(column: number, { columns, hasLabels, hasAnswerColumn }: Bounds): number {
  if (column === ROW_NUMBERS) return hasLabels ? LABELS : 0;
  return Math.min(hasAnswerColumn ? columns : columns - 1, column + 1);
}
