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
  | `bytes${number}`
  | RecordDtype
  | `void${number}`;

/**
 * A structured dtype is NumPy's own `descr`, as an .npy header holds it, with every byte order little: for instance
 * `[('x', '<f8'), ('', '|V4'), ('name', '<U10'), ('rgb', '|u1', (3,))]`. Padding is the entries without a name, so the text
 * alone says where each field lies. The elements are raw records in a Uint8Array: itemsize numbers per element, as for `void`.
 */
export type RecordDtype = `[${string}]`;

/** The typed arrays that hold elements. Numbers in one element: 2 for complex, N for text, the itemsize for records, else 1. */
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
