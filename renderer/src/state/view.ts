/**
 * Which part of the array the grid shows. The axes are the dimensions that the rows and columns run along; null where there is
 * none. `fixed` has one position for each dimension, 0 for those two: a new mapping or slice is a new `fixed`. The offsets: the row
 * and the column of that slice at the top left.
 */
export interface View {
  readonly rowAxis: number | null;
  readonly columnAxis: number | null;
  readonly fixed: readonly number[];
  readonly rowOffset: number;
  readonly columnOffset: number;
}

/** A cell that someone jumped to: its full index, one number per dimension. A new serial is a new jump. */
export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "cell"; readonly index: readonly number[]; readonly serial: number };
