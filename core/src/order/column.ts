import { elementOf } from "../array/element.ts";
import type { NdArray } from "../array/ndarray.ts";
import { UnsupportedError } from "../errors.ts";
import { type Plane, textsOf } from "../select/plane.ts";

/** One column of what the grid shows, row by row of the array: numbers somewhere in a block, or text. */
export type SheetColumn =
  | { readonly kind: "elements"; readonly array: NdArray; readonly start: number; readonly stride: number }
  | { readonly kind: "text"; text(row: number): string };

/** The text beside the row numbers. */
const BESIDE = -1;

/**
 * The column that a number means, see `SortKey`.
 *
 * @throws {UnsupportedError} its elements have no order: they are records.
 */
export function sheetColumn(plane: Plane, column: number): SheetColumn {
  const texts = column === BESIDE ? plane.labels[0] : textsOf(plane, column);
  if (texts !== undefined) return { kind: "text", text: (row) => texts.text(row) };
  const { cells } = plane;
  if (elementOf(cells.dtype).kind === "record") throw new UnsupportedError("Records have no order: choose a field first.");
  return {
    kind: "elements",
    array: cells,
    start: cells.offset + column * (cells.strides[1] as number),
    stride: cells.strides[0] as number,
  };
}
