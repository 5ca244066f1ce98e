import type { Walk } from "../array/walk.ts";

/** Both sides of a tile stay in the first-level cache. */
const TILE = 32;

/**
 * Copies indices that lie in another order into C order: `to` has the walk's elements one after the other. In tiles, because
 * one side or the other jumps from line to line.
 */
export function spread(from: Int32Array | Float64Array, { shape, strides }: Walk, to: Int32Array | Float64Array): void {
  const last = shape.length - 1;
  const columns = shape[last] ?? 1;
  const columnStep = strides[last] ?? 0;
  const down = Math.max(0, strides.indexOf(1));
  const isTransposed = last > 0 && down !== last;
  const rows = isTransposed ? (shape[down] as number) : 1;
  const rowStep = isTransposed ? (strides[down] as number) : 0;
  const rowPlace = shape.slice(down + 1).reduce((product, length) => product * length, 1);

  const visit = (d: number, source: number, place: number): void => {
    if (d >= last) {
      copy(source, place);
      return;
    }
    const length = shape[d] as number;
    const step = shape.slice(d + 1).reduce((product, each) => product * each, 1);
    // The rows of a tile are walked inside it.
    if (isTransposed && d === down) visit(d + 1, source, place);
    else for (let i = 0; i < length; i++) visit(d + 1, source + i * (strides[d] as number), place + i * step);
  };

  const copy = (source: number, place: number): void => {
    for (let top = 0; top < rows; top += TILE) {
      const bottom = Math.min(rows, top + TILE);
      for (let left = 0; left < columns; left += TILE) {
        const right = Math.min(columns, left + TILE);
        for (let row = top; row < bottom; row++) {
          let at = source + row * rowStep + left * columnStep;
          const start = place + row * rowPlace;
          for (let column = left; column < right; column++, at += columnStep) to[start + column] = from[at] as number;
        }
      }
    }
  };

  visit(0, 0, 0);
}
