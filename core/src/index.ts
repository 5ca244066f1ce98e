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
export { type CsvOptions, type CsvSource, type Decision, type Receipt, readCsv } from "./formats/csv/index.ts";
export { type NpyFile, openNpy } from "./formats/npy/open-npy.ts";
export { parseNpy } from "./formats/npy/parse-npy.ts";
export { type ReadNpyOptions, readNpy } from "./formats/npy/read-npy.ts";
export type { RangeSource } from "./formats/npy/row-ranges.ts";
export { writeNpy, writeNpyBlocks } from "./formats/npy/write-npy.ts";
export { type NpzFile, openNpz } from "./formats/npz/open-npz.ts";
export { parseNpz } from "./formats/npz/parse-npz.ts";
export { writeNpz, writeNpzBlocks } from "./formats/npz/write-npz.ts";
export { type PoolPort, setPool } from "./pool/pool.ts";
export { servePool } from "./pool/service.ts";
export { argmax, argmin, type ReduceOptions } from "./reduce/argreduce.ts";
export { nanargmax, nanargmin } from "./reduce/nan.ts";
export { Table } from "./table/table.ts";
