import { IndexError, NumpyTypeError, ValueError } from "../errors.ts";
import { type IndexEntry, parseIndex, type SliceBound } from "./index-text.ts";
import { MAX_NDIM } from "./limits.ts";
import { NdArray } from "./ndarray.ts";

/**
 * A view by NumPy's basic index, as text: what stands between the brackets of `a[1:5, ::-1, 0]`.
 *
 * Integers take their dimension away, slices keep it, `...` stands for as many `:` as are missing, None or newaxis adds a
 * dimension of length 1. Integers alone, one for each dimension, give a 0-d array.
 *
 * @throws {IndexError} an integer is out of bounds, or there are more entries than dimensions.
 * @throws {ValueError} a step is zero.
 * @throws {NumpyTypeError} a bound of a slice is no integer.
 * @throws {FormatError} the text is no index.
 * @see numpy/_core/src/multiarray/mapping.c, prepare_index and get_view_from_index
 * @example slice(fromNested([1, 2, 3, 4]), "::-2").toNested() // [4n, 2n]
 */
export function slice(a: NdArray, index: string): NdArray {
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = a.offset;
  for (const cut of cutsOf(index, a.shape)) {
    const stride = cut.kind === "newaxis" ? 0 : (a.strides[cut.axis] as number);
    if (cut.kind === "newaxis") {
      shape.push(1);
      strides.push(0);
    } else {
      offset += cut.start * stride;
      if (cut.kind === "integer") continue;
      shape.push(cut.count);
      strides.push(stride * cut.step);
    }
  }
  return new NdArray(a.dtype, shape, strides, offset, a.data);
}

/** What one entry of a basic index does: it adds a dimension, or takes positions of one. Steps and positions count elements. */
export type Cut =
  | { readonly kind: "newaxis" }
  | { readonly kind: "integer"; readonly axis: number; readonly start: number }
  | { readonly kind: "range"; readonly axis: number; readonly start: number; readonly step: number; readonly count: number };

/**
 * What a basic index takes from an array of this shape, in the order of its entries; every dimension is spoken for.
 *
 * @throws as `slice`.
 */
export function cutsOf(index: string, lengths: readonly number[]): Cut[] {
  let axis = 0;
  return withEllipsis(parseIndex(index), lengths.length).map((entry) => {
    if (entry.kind === "newaxis") return entry;
    const own = axis++;
    const length = lengths[own] as number;
    if (entry.kind === "integer") return { kind: "integer", axis: own, start: positionIn(entry.value, length, own) };
    return { kind: "range", axis: own, ...sliceRange(entry, length) };
  });
}

type Entry = Exclude<IndexEntry, { kind: "ellipsis" }>;

/** The entries with every dimension of the array spoken for. */
function withEllipsis(entries: readonly IndexEntry[], ndim: number): Entry[] {
  const ellipses = entries.filter(({ kind }) => kind === "ellipsis").length;
  if (ellipses > 1) throw new IndexError("an index can only have a single ellipsis ('...')");
  const used = entries.filter(({ kind }) => kind === "integer" || kind === "slice").length;
  if (used > ndim) {
    throw new IndexError(`too many indices for array: array is ${ndim}-dimensional, but ${used} were indexed`);
  }
  const missing = new Array<Entry>(ndim - used).fill({ kind: "slice" });
  const all = entries.flatMap((entry) => (entry.kind === "ellipsis" ? missing : [entry]));
  if (ellipses === 0) all.push(...missing);
  const resulting = all.filter(({ kind }) => kind !== "integer").length;
  if (resulting > MAX_NDIM) {
    throw new IndexError(`number of dimensions must be within [0, ${MAX_NDIM}], indexing result would have ${resulting}`);
  }
  return all;
}

function positionIn(index: bigint, length: number, axis: number): number {
  if (index < -length || index >= length) {
    throw new IndexError(`index ${index} is out of bounds for axis ${axis} with size ${length}`);
  }
  return Number(index < 0 ? index + BigInt(length) : index);
}

/**
 * The positions that a slice takes from a dimension.
 *
 * @see CPython Objects/sliceobject.c, PySlice_AdjustIndices
 */
function sliceRange(
  entry: Extract<IndexEntry, { kind: "slice" }>,
  length: number,
): { start: number; step: number; count: number } {
  const step = integer(entry.step) ?? 1n;
  if (step === 0n) throw new ValueError("slice step cannot be zero");
  const size = BigInt(length);
  // Where a bound that points outside is pulled to: going backwards, one before the first element is a place too.
  const lowest = step < 0n ? -1n : 0n;
  const highest = step < 0n ? size - 1n : size;
  const clamp = (bound: bigint) => {
    const counted = bound < 0n ? bound + size : bound;
    return counted < lowest ? lowest : counted > highest ? highest : counted;
  };
  const start = integer(entry.start);
  const stop = integer(entry.stop);
  const from = start === undefined ? (step < 0n ? highest : lowest) : clamp(start);
  const to = stop === undefined ? (step < 0n ? lowest : highest) : clamp(stop);
  const span = step < 0n ? from - to : to - from;
  if (span <= 0n) return { start: 0, step: 1, count: 0 };
  const stride = step < 0n ? -step : step;
  return { start: Number(from), step: Number(step), count: Number((span - 1n) / stride + 1n) };
}

function integer(bound: SliceBound): bigint | undefined {
  if (bound === "not an integer")
    throw new NumpyTypeError("slice indices must be integers or None or have an __index__ method");
  return bound;
}
