import { NumpyTypeError, UnsupportedError } from "../errors.ts";
import type { Dtype, Elements } from "./dtype.ts";
import { recordItemsize } from "./record.ts";

/** How the numbers of a typed array make one element. */
export type Kind =
  | "bool"
  | "int"
  | "uint"
  | "bigint"
  | "biguint"
  | "half"
  | "float"
  | "complex"
  | "datetime"
  | "timedelta"
  | "str"
  | "bytes"
  | "record"
  | "intp";

/** The constructor of one kind of typed array. */
export interface ElementsConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Elements;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Elements;
}

/** What a dtype is stored as. */
export interface Element {
  readonly kind: Kind;
  readonly Array: ElementsConstructor;
  /** Numbers of `Array` in one element: 2 for complex, N for text, the itemsize for records, else 1. */
  readonly numbers: number;
  /** NumPy's `repr` of the dtype, for messages. */
  readonly repr: string;
}

const PLAIN: Readonly<Record<string, readonly [Kind, ElementsConstructor, number?]>> = {
  bool: ["bool", Uint8Array],
  int8: ["int", Int8Array],
  int16: ["int", Int16Array],
  int32: ["int", Int32Array],
  int64: ["bigint", BigInt64Array],
  uint8: ["uint", Uint8Array],
  uint16: ["uint", Uint16Array],
  uint32: ["uint", Uint32Array],
  uint64: ["biguint", BigUint64Array],
  float16: ["half", Uint16Array],
  float32: ["float", Float32Array],
  float64: ["float", Float64Array],
  complex64: ["complex", Float32Array, 2],
  complex128: ["complex", Float64Array, 2],
};

// A dtype is looked at once per call of anything: the text is taken apart once per program.
const known = new Map<string, Element>();

/**
 * What `dtype` is stored as.
 *
 * @throws {NumpyTypeError} NumPy would not understand it either.
 * @throws {UnsupportedError} NumPy has it and Argscope does not: object, longdouble, clongdouble.
 */
export function elementOf(dtype: Dtype): Element {
  let element = known.get(dtype);
  if (element === undefined) {
    element = describe(dtype);
    known.set(dtype, element);
  }
  return element;
}

/** Bytes in one element. */
export function itemsizeOf(dtype: Dtype): number {
  const element = elementOf(dtype);
  return element.Array.BYTES_PER_ELEMENT * element.numbers;
}

/** The elements of a block, by the constructor that `element` names. */
export function viewOf(element: Element, buffer: ArrayBufferLike, byteOffset: number, elements: number): Elements {
  return new element.Array(buffer, byteOffset, elements * element.numbers);
}

const UNIT = /^(datetime64|timedelta64)(?:\[(\d*)(Y|M|W|D|h|m|s|ms|us|μs|ns|ps|fs|as|generic)\])?$/;
const SIZED = /^(str|bytes|void)(\d+)$/;

function describe(dtype: string): Element {
  const plain = Object.hasOwn(PLAIN, dtype) ? PLAIN[dtype] : undefined;
  if (plain !== undefined) {
    return { kind: plain[0], Array: plain[1], numbers: plain[2] ?? 1, repr: `dtype('${dtype}')` };
  }
  // intp holds indices: up to 2^53, which Float64Array has room for. Results that stay below 2^31 bring their own Int32Array.
  if (dtype === "intp") return { kind: "intp", Array: Float64Array, numbers: 1, repr: "dtype('int64')" };
  const unit = UNIT.exec(dtype);
  if (unit !== null) {
    const kind = unit[1] === "datetime64" ? "datetime" : "timedelta";
    const short = dtype.replace("datetime64", "<M8").replace("timedelta64", "<m8");
    return { kind, Array: BigInt64Array, numbers: 1, repr: `dtype('${short}')` };
  }
  const sized = SIZED.exec(dtype);
  if (sized !== null) {
    const length = Number(sized[2]);
    if (sized[1] === "str") return { kind: "str", Array: Uint32Array, numbers: length, repr: `dtype('<U${length || ""}')` };
    if (sized[1] === "bytes") return { kind: "bytes", Array: Uint8Array, numbers: length, repr: `dtype('S${length || ""}')` };
    return { kind: "record", Array: Uint8Array, numbers: length, repr: `dtype('V${length || ""}')` };
  }
  if (dtype.startsWith("[")) {
    return { kind: "record", Array: Uint8Array, numbers: recordItemsize(dtype as `[${string}]`), repr: `dtype(${dtype})` };
  }
  if (/^(object|longdouble|clongdouble|float96|float128|complex192|complex256)$/.test(dtype)) {
    throw new UnsupportedError(`Argscope does not read the dtype ${dtype}.`);
  }
  throw new NumpyTypeError(`data type '${dtype}' not understood`);
}
