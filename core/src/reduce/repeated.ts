import { makeIndexArray } from "../array/index-array.ts";
import { NdArray } from "../array/ndarray.ts";
import type { argmin, ReduceOptions } from "./argreduce.ts";
import { spread } from "./spread.ts";

/** Results up to this size are written out, in C order; a larger one repeats its indices by stride 0, as the array its elements. */
const WRITTEN_OUT = 2 ** 24;

/**
 * A reduction that looks at repeated elements once: of a dimension that only repeats (stride 0, as `np.broadcast_to` makes them)
 * the first position decides. An array of 2^51 elements over a block of ten costs what the ten cost.
 *
 * @param reduce argmin or one of its kin; refuses what it refuses.
 * @returns the same indices as `reduce(a, axis, options)`. Above 2^24 of them its strides may be 0.
 */
export function reduceRepeated(reduce: typeof argmin, a: NdArray, axis: number | null, options: ReduceOptions): NdArray {
  const isRepeated = a.strides.map((stride, k) => stride === 0 && (a.shape[k] as number) > 1);
  if (a.size === 0 || !isRepeated.includes(true)) return reduce(a, axis, options);
  const lengths = a.shape.map((length, k) => (isRepeated[k] ? 1 : length));
  const folded = new NdArray(a.dtype, lengths, a.strides, a.offset, a.data);
  const found = reduce(folded, axis, options);
  if (axis === null) return inRavel(found, lengths, a);
  const own = axis < 0 ? axis + a.ndim : axis;
  const kept = options.keepdims ? a.shape.with(own, 1) : a.shape.toSpliced(own, 1);
  const repeats = options.keepdims ? isRepeated.with(own, false) : isRepeated.toSpliced(own, 1);
  const strides = found.strides.map((stride, k) => (repeats[k] ? 0 : stride));
  const view = new NdArray("intp", kept, strides, found.offset, found.data);
  return view.size > WRITTEN_OUT ? view : writtenOut(view, a.shape[own] as number);
}

/** The answer's index for a lane, counted in C order, whether or not the answer is written out. */
export function indexOfLane({ shape, strides, offset, data }: NdArray, lane: number): number {
  let rest = lane;
  let position = offset;
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k] as number;
    position += (rest % length) * (strides[k] as number);
    rest = Math.floor(rest / length);
  }
  return data[position] as number;
}

/** The index into the ravel of the folded array, as one into that of the whole: the first of the repeated positions is 0. */
function inRavel(found: NdArray, lengths: readonly number[], a: NdArray): NdArray {
  let rest = found.data[found.offset] as number;
  let flat = 0;
  let weight = 1;
  for (let k = a.ndim - 1; k >= 0; k--) {
    const length = lengths[k] as number;
    flat += (rest % length) * weight;
    rest = Math.floor(rest / length);
    weight *= a.shape[k] as number;
  }
  const result = makeIndexArray(found.shape, a.size);
  result.data[0] = flat;
  return result;
}

function writtenOut({ shape, strides, data }: NdArray, bound: number): NdArray {
  const result = makeIndexArray(shape, bound);
  spread(data as Int32Array | Float64Array, { shape, strides }, result.data);
  return result;
}
