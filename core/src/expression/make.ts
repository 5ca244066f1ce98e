import type { Dtype, Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { empty } from "../array/empty.ts";
import { fromNested } from "../array/from-nested.ts";
import type { NdArray } from "../array/ndarray.ts";
import { sizeOf } from "../array/strides.ts";
import { writeScalar } from "../array/write-scalar.ts";
import { UnsupportedError, ValueError } from "../errors.ts";
import { literalDtype } from "../formats/literal/array-dtype.ts";
import { nestedOf } from "../formats/literal/array-nested.ts";
import type { Literal } from "../formats/literal/literal.ts";
import { arangeDtype, arangeLength, fillArange } from "./arange.ts";
import type { LiteralSource, Maker, Shape } from "./program.ts";
import { fillIntegers } from "./random/bounded-integers.ts";
import { Pcg64 } from "./random/pcg64.ts";

/** Elements that an expression makes at most: enough for any lesson, soon made on any machine. */
const MAX_MADE = 2 ** 26;
/** Random integers take some 0.4 µs each. */
const MAX_RANDOM = 2 ** 23;

/** Gives the lengths of a shape, which may be that of a view. */
export type LengthsOf = (shape: Shape) => readonly number[];

/** What a maker makes, without making it. */
export interface Layout {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
}

/**
 * @throws {ValueError} a length is negative, the range has no length, or the bounds no number between; NumPy's words.
 * @throws {OverflowError} a value does not fit into the dtype.
 * @throws {UnsupportedError} more elements than an expression may make, or a dtype that is none of ours.
 */
export function layoutOf(maker: Maker, lengthsOf: LengthsOf): Layout {
  const layout = wantedLayout(maker, lengthsOf);
  if (layout.shape.some((length) => length < 0)) throw new ValueError("negative dimensions are not allowed");
  const most = maker.kind === "integers" ? MAX_RANDOM : MAX_MADE;
  if (sizeOf(layout.shape) > most) {
    throw new UnsupportedError(`An expression makes at most ${most} elements; this would be ${sizeOf(layout.shape)}.`);
  }
  tryValues(maker, layout);
  return layout;
}

/** Tries the values on one element or two, so that what has no place in the dtype is refused before room is made. */
function tryValues(maker: Maker, { shape, dtype }: Layout): void {
  const size = sizeOf(shape);
  const { Array: Elements, numbers } = elementOf(dtype);
  if (maker.kind === "integers") checkBounds(maker, size);
  if (maker.kind === "arange") fillArange(maker, dtype, new Elements(Math.min(size, 2)));
  if (maker.kind === "full") writeScalar(dtype, new Elements(numbers), 0, nestedOf(maker.value, dtype));
}

function wantedLayout(maker: Maker, lengthsOf: LengthsOf): Layout {
  switch (maker.kind) {
    case "arange":
      return { dtype: arangeDtype(maker), shape: [arangeLength(maker)] };
    case "full":
      return { dtype: maker.dtype ?? literalDtype(maker.value), shape: lengthsOf(maker.shape) };
    case "eye":
      return { dtype: maker.dtype, shape: [maker.rows, maker.columns] };
    case "integers":
      return { dtype: "int64", shape: maker.size === null ? [] : lengthsOf(maker.size) };
  }
}

/** The array of a list, new in engine memory. */
export function makeLiteral({ literal, dtype }: LiteralSource): NdArray {
  const chosen = dtype ?? literalDtype(literal);
  return fromNested(nestedOf(literal, chosen), chosen);
}

/** The array that a maker makes, new in engine memory; refusals as those of `layoutOf`. */
export function make(maker: Maker, lengthsOf: LengthsOf): NdArray {
  const { shape, dtype } = layoutOf(maker, lengthsOf);
  const array = empty(shape, dtype);
  switch (maker.kind) {
    case "arange":
      fillArange(maker, dtype, array.data);
      break;
    case "full":
      fillWith(maker.value, dtype, array);
      break;
    case "eye":
      fillEye(maker, dtype, array);
      break;
    case "integers":
      fillIntegers(new Pcg64(maker.seed), maker.low, maker.closed ? maker.high : maker.high - 1n, array.data as BigInt64Array);
  }
  return array;
}

function fillWith(value: Literal, dtype: Dtype, { data, size }: NdArray): void {
  if (size === 0) return;
  writeScalar(dtype, data, 0, nestedOf(value, dtype));
  const numbers = data.length / size;
  for (let filled = numbers; filled < data.length; filled *= 2)
    data.copyWithin(filled, 0, Math.min(filled, data.length - filled));
}

function fillEye(maker: Maker & { kind: "eye" }, dtype: Dtype, array: NdArray): void {
  const { data, size } = array;
  if (size === 0) return;
  (data as Uint8Array).fill(zeroOf(data) as number);
  for (let row = 0; row < maker.rows; row++) {
    const column = BigInt(row) + maker.diagonal;
    if (column >= 0n && column < BigInt(maker.columns)) writeScalar(dtype, data, row * maker.columns + Number(column), 1);
  }
}

function zeroOf(data: Elements): number | bigint {
  return data instanceof BigInt64Array || data instanceof BigUint64Array ? 0n : 0;
}

// numpy/random/_bounded_integers.pyx.in, _rand_int64: no bounds are looked at where nothing is drawn.
function checkBounds({ low, high, closed }: Maker & { kind: "integers" }, size: number): void {
  if (size === 0) return;
  const most = closed ? high : high - 1n;
  if (low < -(2n ** 63n)) throw new ValueError("low is out of bounds for int64");
  if (most >= 2n ** 63n) throw new ValueError("high is out of bounds for int64");
  if (low <= most) return;
  const [lower, relation] = low === 0n ? ["high", closed ? "< 0" : "<= 0"] : ["low", closed ? "> high" : ">= high"];
  throw new ValueError(`${lower} ${relation}`);
}
