import type { Sight } from "../contract/winners.ts";
import type { SharedArray } from "../contract/worker.ts";
import { ShownOrder } from "../winners/shown-order.ts";

/** What the page says it shows, with its order read from shared memory. */
export function shownOrderOf({ rows, ...sight }: Sight): ShownOrder {
  return new ShownOrder({ ...sight, rows: rows === null ? null : indicesOf(rows) });
}

function indicesOf({ buffer, byteOffset, length, itemsize }: SharedArray): Int32Array | Float64Array {
  return itemsize === 4 ? new Int32Array(buffer, byteOffset, length) : new Float64Array(buffer, byteOffset, length);
}
