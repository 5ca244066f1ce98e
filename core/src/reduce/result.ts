import type { Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { NdArray } from "../array/ndarray.ts";
import { Odometer } from "../array/odometer.ts";
import type { Plan } from "./plan.ts";

const NOTHING: readonly number[] = Object.freeze([]);

/** A 0-d result of a small array, made without a detour. */
export function indexScalar(index: number): NdArray {
  const data = new Int32Array(1);
  data[0] = index;
  return new NdArray("intp", NOTHING, NOTHING, 0, data);
}

/** The shape of a result; a 0-d array has no axis to lose. */
export function resultShape(shape: readonly number[], axis: number | null, keepdims: boolean): number[] {
  const left: number[] = [];
  for (let k = 0; k < shape.length; k++) {
    if (axis !== null && k !== axis) left.push(shape[k] as number);
    else if (keepdims) left.push(1);
  }
  return left;
}

/** Puts indices into an array of the same shape. A dtype that is too narrow keeps the low bits, as NumPy's cast. */
export function putIndices(indices: Int32Array | Float64Array, out: NdArray): void {
  if (indices.length === 0) return;
  const store = writerOf(out);
  const walk = new Odometer(out);
  let next = 0;
  do {
    for (let k = 0; k < walk.runLength; k++) store(out.offset + walk.position + k * walk.runStride, indices[next++] as number);
  } while (walk.advance());
}

function writerOf(out: NdArray): (position: number, index: number) => void {
  const data: Elements = out.data;
  const { kind } = elementOf(out.dtype);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return (at, index) => (data[at] = BigInt(index));
  if (kind === "bool") return (at, index) => (data[at] = index === 0 ? 0 : 1);
  return (at, index) => (data[at] = index);
}

/** What a lane's index says when NaN was skipped and there was nothing else. */
export function hasAllNanLane(plan: Plan, indices: Int32Array | Float64Array): boolean {
  return plan.skipNan && indices.includes(-1);
}
