import { elementOf } from "../array/element.ts";
import { halfToNumber } from "../array/half.ts";
import { type IndexArray, makeIndexArray } from "../array/index-array.ts";
import type { NdArray } from "../array/ndarray.ts";
import { readScalar } from "../array/scalar.ts";
import type { LaneColumn, LaneFilter, LaneOrder } from "../contract/winners.ts";
import { UnsupportedError } from "../errors.ts";
import { Watch } from "../reduce/watch.ts";
import type { LaneFacts } from "./lane-facts.ts";
import { winnerPlaces } from "./lane-places.ts";
import { ranks } from "./ranks.ts";
import { integerKeys, type Keys, numberKeys, sortByKeys } from "./sort-keys.ts";

export interface LaneListSource {
  readonly array: NdArray;
  readonly axis: number | null;
  readonly indices: NdArray;
  readonly facts: LaneFacts;
  /** The file's own word for where a winner stands, by its index; `null` where it has none. */
  readonly label: ((index: number) => string) | null;
}

/** As `sortByKeys` counts them. */
const DIGITS_OF_A_KEY = 6;
/** More lanes are not put in order: it would take longer than anyone waits, and more memory than the answer. */
const MOST_LANES = 10_000_000;

/**
 * The lanes that a filter leaves, in the order asked for.
 *
 * @returns to be freed; `null`: every lane, in the answer's order.
 * @throws {UnsupportedError} there are too many lanes to put them in order.
 * @throws {CancelledError} `control` said so.
 */
export function laneList(
  source: LaneListSource,
  { column, descending, filter }: LaneOrder,
  control?: Int32Array,
): IndexArray | null {
  if (filter === "all" && column === "lane" && !descending) return null;
  if (source.indices.size > MOST_LANES) {
    const lanes = source.indices.size.toLocaleString("en");
    throw new UnsupportedError(
      `These are ${lanes} lanes. The list is put in order up to 10,000,000; take a part of the array.`,
    );
  }
  const items = filtered(source.facts, filter);
  const sorted =
    column === "lane" ? (descending ? items.reverse() : items) : ordered(source, items, column, descending, control);
  const list = makeIndexArray([sorted.length], 2 ** 31);
  list.data.set(sorted);
  return list;
}

function filtered({ ties, nan }: LaneFacts, filter: LaneFilter): Int32Array {
  const lanes = ties.size;
  const flags = filter === "ties" ? ties.data : filter === "nan" ? (nan?.data ?? new Uint8Array(lanes)) : null;
  const items = new Int32Array(lanes);
  let count = 0;
  for (let lane = 0; lane < lanes; lane++) if (flags === null || (flags[lane] as number) > 0) items[count++] = lane;
  return items.subarray(0, count);
}

function ordered(
  source: LaneListSource,
  items: Int32Array,
  column: Exclude<LaneColumn, "lane">,
  descending: boolean,
  control: Int32Array | undefined,
): Int32Array {
  sortByKeys(items, keysOf(source, column, descending), new Watch(control, DIGITS_OF_A_KEY * items.length));
  return items;
}

/** One key a lane, whether the filter leaves it or not. */
function keysOf(source: LaneListSource, column: Exclude<LaneColumn, "lane">, descending: boolean): Keys {
  const { indices, facts } = source;
  const own = indices.data.subarray(indices.offset, indices.offset + indices.size) as Int32Array | Float64Array;
  switch (column) {
    case "index":
      return numberKeys(own, descending);
    case "ties":
      return numberKeys(facts.ties.data as Uint32Array, descending);
    case "value":
      return valueKeys(source.array, winnerPlaces(source.array, source.axis, indices), descending);
    case "label":
      return labelKeys(own, source.label, descending);
  }
}

function valueKeys({ dtype, data }: NdArray, winners: Float64Array, descending: boolean): Keys {
  const { kind } = elementOf(dtype);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    return integerKeys(data, winners, kind === "datetime" || kind === "timedelta", descending);
  }
  switch (kind) {
    case "half":
      return numberKeys(
        winners.map((at) => halfToNumber(data[at] as number)),
        descending,
      );
    case "complex":
    case "str":
    case "bytes":
      return numberKeys(
        ranks(winners, (at) => readScalar(dtype, data, at)),
        descending,
      );
    default:
      return numberKeys(
        winners.map((at) => data[at] as number),
        descending,
      );
  }
}

/** Many lanes of few words: each word is read and compared once. */
function labelKeys(own: Int32Array | Float64Array, label: ((index: number) => string) | null, descending: boolean): Keys {
  if (label === null) return new Uint32Array(2 * own.length);
  const texts = new Map<number, string>();
  for (const index of own) if (!texts.has(index)) texts.set(index, label(index));
  const order = [...new Set(texts.values())].sort(new Intl.Collator("en", { numeric: true }).compare);
  const rankOfText = new Map(order.map((text, rank) => [text, rank]));
  const rankOfIndex = new Map([...texts].map(([index, text]) => [index, rankOfText.get(text) ?? 0]));
  return numberKeys(
    Float64Array.from(own, (index) => rankOfIndex.get(index) ?? 0),
    descending,
  );
}
