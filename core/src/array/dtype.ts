/** The element types of interfaces: NumPy's names, units and lengths in brackets or behind the name. */
export type PlainDtype =
  | "bool"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "float16"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128"
  | "intp";

export type Dtype =
  | PlainDtype
  | `datetime64[${string}]`
  | `datetime64`
  | `timedelta64[${string}]`
  | `timedelta64`
  | `str${number}`
  | `bytes${number}`;

/** The typed arrays that hold elements. Numbers in one element: 2 for complex, N for text, else 1. */
export type Elements =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;
