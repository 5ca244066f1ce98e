import type { Slice } from "./lanes.ts";

/** The full index in the array of a cell of the slice that is shown. */
export function fullIndex({ fixed, rowAxis, columnAxis }: Slice, row: number, column: number): number[] {
  return fixed.map((position, d) => (d === rowAxis ? row : d === columnAxis ? column : position));
}
