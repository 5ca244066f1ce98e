/** A cell of a format whose cells have types; null where there is nothing. */
export type Cell = number | bigint | string | boolean | null;

/** A column of such cells. */
export interface CellColumn {
  readonly heading: string;
  /** The cell in a row, from 0. */
  readonly cell: (row: number) => Cell;
}

/** What a column is; of a column that is text though it holds numbers, the first row that is none. */
export interface Judged {
  readonly kind: "number" | "text";
  readonly broken: number | null;
}

const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** Looks at all cells of a column. `missing` is in lower case, and has the empty text. */
export function judgeColumn({ cell }: CellColumn, rowCount: number, missing: ReadonlySet<string>): Judged {
  let numbers = 0;
  let broken: number | null = null;
  for (let row = 0; row < rowCount; row++) {
    const value = cell(row);
    if (typeof value === "number" || typeof value === "bigint") numbers++;
    else if (value !== null && broken === null && !mayBeNumber(value, missing)) broken = row;
  }
  return numbers > 0 && broken === null ? { kind: "number", broken } : { kind: "text", broken: numbers > 0 ? broken : null };
}

function mayBeNumber(value: string | boolean, missing: ReadonlySet<string>): boolean {
  return typeof value === "string" && (missing.has(value.trim().toLowerCase()) || DECIMAL.test(value));
}
