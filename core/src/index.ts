export type { Dtype, Elements, PlainDtype, RecordDtype } from "./array/dtype.ts";
export { empty, free } from "./array/empty.ts";
export { field } from "./array/field.ts";
export { fromNested, type NestedInput } from "./array/from-nested.ts";
export { NdArray } from "./array/ndarray.ts";
export type { Nested } from "./array/nested.ts";
export { ravelMultiIndex } from "./array/ravel-multi-index.ts";
export { reshape } from "./array/reshape.ts";
export type { Complex, Scalar } from "./array/scalar.ts";
export { slice } from "./array/slice.ts";
export { takeAlongAxis } from "./array/take-along-axis.ts";
export { transpose } from "./array/transpose.ts";
export { unravelIndex } from "./array/unravel-index.ts";
export {
  AccessError,
  ArgscopeError,
  AxisError,
  CancelledError,
  CapacityError,
  FormatError,
  IndexError,
  InternalError,
  NumpyTypeError,
  OverflowError,
  UnsupportedError,
  ValueError,
} from "./errors.ts";
export { argmax, argmin, type ReduceOptions } from "./reduce/argreduce.ts";
export { nanargmax, nanargmin } from "./reduce/nan.ts";
