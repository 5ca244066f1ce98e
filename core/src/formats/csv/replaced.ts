import type { TextColumn } from "../../table/text-column.ts";

/** Cells of text that have bytes which the encoding does not know: a � stands for them. */
export interface ReplacedCells {
  readonly count: number;
  /** The first ones: the column's name, and the row from 0. */
  readonly places: readonly { readonly name: string; readonly row: number }[];
}

export const noneReplaced: ReplacedCells = { count: 0, places: [] };

const namedPlaces = 5;
/** U+FFFD, as a decoder writes it. */
const mark = [0xef, 0xbf, 0xbd] as const;

/** @param invalid the bytes are no valid UTF-8 themselves; else only the mark is looked for, which a decoder has left */
export function replacedCells(labels: readonly TextColumn[], invalid: boolean): ReplacedCells {
  const places: { name: string; row: number }[] = [];
  let count = 0;
  for (const column of labels) {
    for (const row of invalid ? rowsWithMark(column) : rowsWithMarkBytes(column)) {
      if (count++ < namedPlaces) places.push({ name: column.name, row });
    }
  }
  return { count, places };
}

function* rowsWithMark(column: TextColumn): Generator<number> {
  for (let row = 0; row < column.rows; row++) if (column.text(row).includes("\ufffd")) yield row;
}

function* rowsWithMarkBytes({ bytes, ends }: TextColumn): Generator<number> {
  const data = bytes.data as Uint8Array;
  const stops = ends.data as Float64Array;
  let row = 0;
  for (let at = data.indexOf(mark[0]); at >= 0; at = data.indexOf(mark[0], at + 1)) {
    if (data[at + 1] !== mark[1] || data[at + 2] !== mark[2]) continue;
    while ((stops[row] as number) <= at) row++;
    yield row;
    // One is enough for a cell.
    at = (stops[row] as number) - 1;
  }
}
