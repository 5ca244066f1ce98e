import type { NdArray } from "@argscope/core";
import { elementOf } from "@argscope/core/array/element.ts";
import { Odometer } from "@argscope/core/array/odometer.ts";
import { ValueError } from "@argscope/core/errors.ts";
import { valueText } from "@argscope/core/export/value-text.ts";
import { elementJson } from "./element-json.ts";
import { nestedJson } from "./nested-json.ts";
import { type RowFormatName, rowFormat } from "./row-format.ts";

/** An array as nested JSON, piece by piece. */
export function* arrayJson(a: NdArray): Generator<string> {
  const text = elementJson(a);
  const positions = positionsOf(a);
  yield* nestedJson(a.shape, () => text(positions.next().value as number));
  yield "\n";
}

/**
 * An array of one or two dimensions as a table, line by line; one dimension is one column.
 *
 * @throws {ValueError} it has another number of dimensions; in the words of numpy.savetxt.
 */
export function* arrayTable(a: NdArray, name: RowFormatName): Generator<string> {
  if (a.ndim !== 1 && a.ndim !== 2) throw new ValueError(`Expected 1D or 2D array, got ${a.ndim}D array instead`);
  const [rows = 0, columns = 1] = a.shape;
  const { kind } = elementOf(a.dtype);
  const format = rowFormat(name);
  const numeric = kind !== "str" && kind !== "bytes";
  yield format.head(Array.from({ length: columns }, (_, column) => ({ heading: `col_${column}`, numeric })));
  const [rowStride = 0, stride = 0] = a.strides;
  for (let row = 0; row < rows; row++) {
    const start = a.offset + row * rowStride;
    yield format.row(Array.from({ length: columns }, (_, column) => valueText(a.dtype, a.data, start + column * stride)));
  }
}

/** Where the elements stand in `data`, in C order. */
function* positionsOf(a: NdArray): Generator<number, void> {
  const walk = new Odometer(a);
  do {
    for (let k = 0; k < walk.runLength; k++) yield a.offset + walk.position + k * walk.runStride;
  } while (walk.advance());
}
