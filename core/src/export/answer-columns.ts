import type { NdArray } from "../array/ndarray.ts";
import type { Reduction } from "../contract/worker.ts";
import { valueText } from "./value-text.ts";

/** What an exported answer is made from. */
export interface AnswerSource {
  /** The array that was reduced; any strides. */
  readonly array: NdArray;
  /** The answer to `reduction`, as the reductions return it: C order, one index per lane, with or without keepdims. */
  readonly indices: NdArray;
  readonly reduction: Reduction;
  /** Names of the columns of a two-dimensional `array`; empty where it has none. */
  readonly columns: readonly string[];
  /** Labels of the rows, and what their column is called; `null` where there are none. */
  readonly labels: RowLabels | null;
}

export interface RowLabels {
  readonly name: string;
  text(row: number): string;
}

/** One lane of the reduction: where it lies, and where its winner is. */
export interface Winner {
  /** The answer's own number: a position along the axis, or in the C-order ravel for axis None. */
  readonly index: number;
  /** The winner's place in the array, one number per dimension. */
  readonly cell: readonly number[];
}

/** A column of the export. Text cells may be guarded, number cells never are. */
export interface AnswerColumn {
  readonly header: string;
  readonly kind: "number" | "text";
  cell(winner: Winner): string;
}

/**
 * The columns that say an answer: lane, winner, value. A column that would say nothing (no names, no labels) is left out.
 *
 * Two dimensions: axis 0 `column,name,argmin,label,value`; axis 1 `row,label,argmin,name,value`; None
 * `argmin,row,column,label,name,value`. Other shapes name the lane by its coordinates `i0,i1,…` without the axis, and for None
 * the winner's. The third word is the operation's own name, and the label column's own name stands for `label`.
 */
export function answerColumns(source: AnswerSource): AnswerColumn[] {
  const { array, columns, labels, reduction } = source;
  const axis = reduction.axis === null ? null : reduction.axis < 0 ? reduction.axis + array.ndim : reduction.axis;
  const operation = reduction.nan === "skip" ? `nan${reduction.operation}` : reduction.operation;
  const number = (header: string, of: (winner: Winner) => number): AnswerColumn => ({
    header,
    kind: "number",
    cell: (winner) => String(of(winner)),
  });
  const text = (header: string, of: (winner: Winner) => string): AnswerColumn => ({ header, kind: "text", cell: of });

  const index = number(operation, (winner) => winner.index);
  const row = number("row", ({ cell }) => cell[0] ?? 0);
  const column = number("column", ({ cell }) => cell[1] ?? 0);
  const label = labels === null ? [] : [text(labels.name || "label", ({ cell }) => labels.text(cell[0] ?? 0))];
  const name = columns.length === 0 ? [] : [text("name", ({ cell }) => columns[cell[1] ?? 0] ?? "")];
  const value = valueColumn(array);

  if (array.ndim === 2) {
    if (axis === 0) return [column, ...name, index, ...label, value];
    if (axis === 1) return [row, ...label, index, ...name, value];
    return [index, row, column, ...label, ...name, value];
  }
  if (array.ndim < 2) return [index, ...label, value];
  const coordinates = array.shape.map((_, k) => number(`i${k}`, ({ cell }) => cell[k] ?? 0));
  if (axis === null) return [index, ...coordinates, value];
  return [...coordinates.filter((_, k) => k !== axis), index, value];
}

function valueColumn(array: NdArray): AnswerColumn {
  const { dtype, data, offset, strides } = array;
  return {
    header: "value",
    kind: /^(str|bytes)/.test(dtype) ? "text" : "number",
    cell: ({ cell }) =>
      valueText(
        dtype,
        data,
        cell.reduce((sum, position, k) => sum + position * (strides[k] ?? 0), offset),
      ),
  };
}
