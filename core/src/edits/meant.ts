import type { Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import type { NdArray } from "../array/ndarray.ts";
import { writeScalar } from "../array/write-scalar.ts";
import { ValueError } from "../errors.ts";
import type { TextColumn } from "../table/text-column.ts";
import { cellOf, labelRowsOf } from "./cell-key.ts";
import { numbersLike } from "./cell-table.ts";
import { EditError } from "./edit-error.ts";
import type { NumberStyle } from "./number-style.ts";
import { placesOf } from "./place.ts";
import type { Progress } from "./progress.ts";
import { NO_TEXT, type TextPool } from "./text-pool.ts";
import { type Understood, understand } from "./understand.ts";

/** What is edited, and how its file writes numbers. */
export interface Editable {
  readonly array: NdArray;
  readonly labels: readonly TextColumn[];
  readonly style: NumberStyle;
}

/** Cells by their keys, and the text that each is to get. */
export interface Given {
  readonly keys: Float64Array;
  /** Visits all of them in their order. */
  each(visit: (k: number, text: string) => void): void;
}

/** Texts by their numbers in the pool, and as elements. */
export interface Meant {
  readonly ids: Int32Array;
  readonly values: Elements;
}

/**
 * What texts mean in their cells. They are added to the pool.
 *
 * @throws {EditError} a cell cannot hold its text.
 * @throws {CancelledError} nobody wants it any more.
 */
export function understood(on: Editable, { keys, each }: Given, pool: TextPool, progress: Progress): Meant {
  const { dtype } = on.array;
  const isThere = cellTest(on);
  const meant = { ids: new Int32Array(keys.length), values: elementsFor(on, keys.length) };
  let last: string | null = null;
  let found: Understood = { value: 0, text: "" };
  each((k, text) => {
    progress.step(k, keys.length);
    const key = keys[k] as number;
    try {
      if (!isThere(key)) throw new ValueError("There is no such cell.");
      // Cleared cells are all alike.
      if (key >= 0 && text !== last) found = understand(text, dtype, on.style);
    } catch (error) {
      throw error instanceof ValueError ? new EditError(error.message, k) : error;
    }
    if (key >= 0) {
      last = text;
      writeScalar(dtype, meant.values, k, found.value);
    }
    meant.ids[k] = pool.add(key >= 0 ? found.text : text);
  });
  return meant;
}

/** The elements of texts that were understood before. Where a cell has none the element is as good as any. */
export function valuesOf(on: Editable, keys: Float64Array, ids: Int32Array, pool: TextPool, progress: Progress): Elements {
  const { dtype } = on.array;
  const values = elementsFor(on, keys.length);
  let last = NO_TEXT;
  let found: Understood = { value: 0, text: "" };
  for (let k = 0; k < keys.length; k++) {
    progress.show(k, keys.length);
    const id = ids[k] as number;
    if (id === NO_TEXT || (keys[k] as number) < 0) continue;
    if (id !== last) found = understand(pool.text(id), dtype, on.style);
    last = id;
    writeScalar(dtype, values, k, found.value);
  }
  return values;
}

/** Tells whether there is a cell of that key. */
function cellTest({ array, labels }: Editable): (key: number) => boolean {
  const isPlace = placesOf(array);
  const labelRows = labelRowsOf(labels);
  return (key) => {
    if (key >= 0) return isPlace(key);
    const { label, place } = cellOf(key, labelRows);
    return place < (labels[label ?? -1]?.rows ?? 0);
  };
}

function elementsFor({ array }: Editable, count: number): Elements {
  return numbersLike(array.data, count * elementOf(array.dtype).numbers);
}
