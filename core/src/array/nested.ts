import type { Dtype, Elements } from "./dtype.ts";
import { readScalar, type Scalar } from "./scalar.ts";

export type Nested = Scalar | readonly Nested[];

interface Walkable {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly data: Elements;
}

/** `a` as nested arrays of plain values. */
export function nest(a: Walkable, depth = 0, position = a.offset): Nested {
  if (depth === a.shape.length) return readScalar(a.dtype, a.data, position);
  const length = a.shape[depth] as number;
  const stride = a.strides[depth] as number;
  const out = new Array<Nested>(length);
  for (let k = 0; k < length; k++) out[k] = nest(a, depth + 1, position + k * stride);
  return out;
}
