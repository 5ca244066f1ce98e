import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { isRecord } from "@argscope/core/array/record.ts";
import { readScalar } from "@argscope/core/array/scalar.ts";
import type { Ordering } from "@argscope/core/contract/ordering.ts";
import { recordText } from "@argscope/core/export/record-text.ts";
import { formatted } from "../../engine/number-format.ts";
import { scalarText } from "../../engine/number-text.ts";
import type { TextReader } from "../../engine/shared.ts";
import { type Arrangement, inOrder } from "../../state/arrangement.ts";
import type { CellTexts } from "../../state/cell-texts.ts";
import { type ColumnSet, formatOf, plainColumns } from "../../state/columns.ts";
import type { EditedCells } from "../../state/edited-cells.ts";
import type { AnswerInSight } from "../../state/lane-winner.ts";
import type { Heat } from "./heat.ts";
import { type FrameAnswer, inPlane, type Lanes, lanesOf, type Plane, planeOf, type Slice } from "./lanes.ts";
import { allColumns } from "./slots.ts";

/** What a frame is made of. */
export interface FrameParts extends Slice {
  readonly array: NdArray;
  readonly columnNames: readonly string[];
  readonly labels: readonly TextReader[];
  readonly answer: FrameAnswer | null;
  /** The answer is of another part of the array than the one that is asked of now. */
  readonly isAwaited?: boolean;
  /** The same answer with all that is known of its lanes, to be put in words; without it less is said. */
  readonly winners?: AnswerInSight | null;
  /** The cells that were edited; without them, or null, none can be. */
  readonly edits?: EditedCells | null;
  /** The labels are the file's, row by row, and not those of a view. */
  readonly hasOwnLabels?: boolean;
  /** The text that the numbers have in the file, which is shown in place of their own; without it there is none. */
  readonly texts?: CellTexts | null;
  /** Which rows are shown, in which order; without it all, in the array's. */
  readonly rowOrder?: Arrangement | null;
  /** The same for the columns, those of text among them (see `columnContent`). */
  readonly columnOrder?: Arrangement | null;
  /** What the rows are in order by; without it nothing. */
  readonly ordering?: Ordering | null;
  /** What the cells are coloured by; without it nothing. */
  readonly heat?: Heat | null;
  /** What a person made of the columns; without it nothing. */
  readonly columnSet?: ColumnSet | null;
}

/**
 * What the grid shows: one two-dimensional slice of an array and the answer over it. A value; every cell is read from it.
 *
 * An array of one dimension is one column, of none one cell.
 */
export interface Frame extends FrameParts {
  /** Of the slice, whether shown or not. Rows and columns by number are always the array's; where they are shown is a place. */
  readonly rows: number;
  readonly columns: number;
  readonly shownRows: number;
  /** With the columns of text. */
  readonly shownColumns: number;
  /** The row at a place among those shown. */
  rowAt(place: number): number;
  /** -1: the row is filtered out. */
  placeOfRow(row: number): number;
  /** The column at a place among those shown: of the array, or behind those one of text (see `columnContent`). */
  columnAt(place: number): number;
  /** -1: the column is hidden. */
  placeOfColumn(column: number): number;
  /** Where each cell lies in the array's block, in elements. */
  readonly cells: Plane;
  readonly lanes: Lanes | null;
}

export function frameOf(parts: FrameParts): Frame {
  const { array, answer, rowAxis, columnAxis } = parts;
  const { shape, strides, offset } = array;
  const rows = rowAxis === null ? 1 : (shape[rowAxis] ?? 0);
  const columns = columnAxis === null ? 1 : (shape[columnAxis] ?? 0);
  const rowOrder = parts.rowOrder ?? inOrder(rows);
  const columnOrder = parts.columnOrder ?? inOrder(allColumns(columns, parts.labels.length));
  return {
    ...parts,
    rows,
    columns,
    shownRows: rowOrder.count,
    shownColumns: columnOrder.count,
    rowAt: rowOrder.at,
    placeOfRow: rowOrder.placeOf,
    columnAt: columnOrder.at,
    placeOfColumn: columnOrder.placeOf,
    cells: planeOf(strides, offset, parts),
    lanes: answer === null ? null : lanesOf(array, answer, parts),
  };
}

export function cellText({ array, cells, texts, edits, columnSet }: Frame, row: number, column: number): string {
  const position = inPlane(cells, row, column);
  const value = readScalar(array.dtype, array.data, position);
  if (value instanceof Uint8Array && isRecord(array.dtype)) return recordText(array.dtype, value);
  const format = formatOf(columnSet ?? plainColumns, column);
  if (format.kind !== "written") return formatted(value, format);
  const text = scalarText(value);
  // What is missing is shown as what it became.
  if (text === "nan") return text;
  const edited = edits?.at(null, position);
  return edited === undefined ? (texts?.at(position) ?? text) : (edited.text ?? text);
}

/** What stands between a column's whole numbers and its decimals: the file's own sign where the file's text is shown. */
export function pointOf({ texts, columnSet }: Frame, column: number): string {
  return formatOf(columnSet ?? plainColumns, column).kind === "written" ? (texts?.point ?? ".") : ".";
}

/** A column as a sentence names it: number, and name where the file has one. */
export function columnTitle(frame: Frame, column: number): string {
  const name = frame.columnNames[column];
  return name ? `column ${column} (${name})` : `column ${column}`;
}
