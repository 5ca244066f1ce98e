import { AxisError, ValueError } from "../errors.ts";
import { NdArray } from "./ndarray.ts";
import { asPythonInteger } from "./python-integer.ts";

/**
 * A view with the axes in another order: axis k of the view is axis `axes[k]` of `a`; without `axes`, the reverse order.
 *
 * @throws {ValueError} `axes` has another length than `a` has dimensions, or names one twice.
 * @throws {AxisError} an axis is out of range.
 * @see numpy/_core/src/multiarray/shape.c, PyArray_Transpose
 */
export function transpose(a: NdArray, axes?: readonly number[] | null): NdArray {
  const order = axes === undefined || axes === null ? a.shape.map((_, k) => a.ndim - 1 - k) : checkedOrder(axes, a.ndim);
  const shape = order.map((k) => a.shape[k] as number);
  const strides = order.map((k) => a.strides[k] as number);
  return new NdArray(a.dtype, shape, strides, a.offset, a.data);
}

function checkedOrder(axes: readonly number[], ndim: number): number[] {
  const given = axes.map((axis) => asPythonInteger(axis));
  if (given.length !== ndim) throw new ValueError("axes don't match array");
  const seen = new Set<number>();
  return given.map((axis) => {
    if (axis < -ndim || axis >= ndim) throw new AxisError(axis, ndim);
    const k = axis < 0 ? axis + ndim : axis;
    if (seen.has(k)) throw new ValueError("repeated axis in transpose");
    seen.add(k);
    return k;
  });
}
