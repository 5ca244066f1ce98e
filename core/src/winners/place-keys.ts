import { flatIndex } from "./flat-index.ts";
import type { ShownOrder } from "./shown-order.ts";

/** Numbers the elements in the order of the grid: by slice in C order, then by row, then by column. */
export class PlaceKeys {
  readonly #shown: ShownOrder;
  readonly #shape: readonly number[];
  /** The grid's order is the ravel's. */
  readonly #isPlain: boolean;

  /** @param shape  of the operand. */
  constructor(shape: readonly number[], shown: ShownOrder) {
    this.#shape = shape;
    this.#shown = shown;
    const { rows, columns, others, rowAxis, columnAxis } = shown;
    const axes = [...others.map(({ dimension }) => dimension), rowAxis, columnAxis].filter((axis) => axis !== null);
    this.#isPlain =
      shape.length === shown.ndim && rows.isPlain && columns.isPlain && axes.every((dimension, k) => dimension === k);
  }

  /** Of an element of the operand; null: the grid does not show it. */
  of(index: readonly number[]): number | null {
    const { rows, columns, others } = this.#shown;
    const row = rows.placeOf(rows.of(index));
    const column = columns.placeOf(columns.of(index));
    if (row < 0 || column < 0) return null;
    let slice = 0;
    for (const { axis, count } of others) slice = slice * count + (axis === null ? 0 : (index[axis] as number));
    return this.#number(slice, row, column);
  }

  /** The same of an element of the operand's C-order ravel. */
  ofFlat(flat: number): number | null {
    return this.#isPlain ? flat : this.of(flatIndex(flat, this.#shape));
  }

  /** Where a walk starts: from a cell of the array that the grid shows, in the operand or beside it. */
  ofCell(index: readonly number[] | null): number {
    const { rows, columns, others, rowAxis, columnAxis } = this.#shown;
    let slice = 0;
    for (const { dimension, start, count, fixed } of others) slice = slice * count + (index?.[dimension] ?? fixed) - start;
    if (index === null) return this.#number(slice, 0, 0) - 1;
    const row = rowAxis === null ? 0 : rows.placeInArray(index[rowAxis] ?? 0);
    const column = columnAxis === null ? 0 : columns.placeInArray(index[columnAxis] ?? 0);
    // A cell that is filtered out stands before everything of its slice.
    return row < 0 || column < 0 ? this.#number(slice, 0, 0) - 1 : this.#number(slice, row, column);
  }

  /** The full index in the array that the grid shows. */
  indexOf(key: number): number[] {
    const { rows, columns, others, rowAxis, columnAxis, ndim } = this.#shown;
    const index = new Array<number>(ndim).fill(0);
    let rest = Math.floor(key / columns.length);
    if (columnAxis !== null) index[columnAxis] = columns.arrayAt(key % columns.length);
    if (rowAxis !== null) index[rowAxis] = rows.arrayAt(rest % rows.length);
    rest = Math.floor(rest / rows.length);
    for (const { dimension, start, count } of others.toReversed()) {
      index[dimension] = start + (rest % count);
      rest = Math.floor(rest / count);
    }
    return index;
  }

  #number(slice: number, row: number, column: number): number {
    const { rows, columns } = this.#shown;
    return (slice * rows.length + row) * columns.length + column;
  }
}
