import type { Dtype, Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { OverflowError, UnsupportedError, ValueError } from "../errors.ts";
import type { Maker, Num } from "./program.ts";
import { ZeroDivisionError } from "./zero-division.ts";

type Arange = Maker & { readonly kind: "arange" };

/**
 * How many numbers `np.arange` gives: the distance over the step, rounded up.
 *
 * @throws {ZeroDivisionError} the step is 0.
 * @throws {ValueError} it cannot be counted.
 * @see numpy/_core/src/multiarray/ctors.c, _calc_length
 */
export function arangeLength({ from, to, by }: Arange): number {
  if (typeof from === "bigint" && typeof to === "bigint" && typeof by === "bigint") {
    if (by === 0n) throw new ZeroDivisionError("division by zero");
    const distance = to - from;
    const steps = distance / by + (distance % by !== 0n && distance > 0n === by > 0n ? 1n : 0n);
    if (steps >= 2n ** 63n) throw new ValueError("Maximum allowed size exceeded");
    return Math.max(0, Number(steps));
  }
  if (Number(by) === 0) throw new ZeroDivisionError("float division by zero");
  const distance = Number(to) - Number(from);
  const quotient = distance / Number(by);
  // A step too large for the distance to be a part of it: there is the first number, unless the step leads away.
  if (quotient === 0 && distance !== 0) return Object.is(quotient, -0) ? 0 : 1;
  const steps = Math.ceil(quotient);
  if (Number.isNaN(steps)) throw new ValueError("arange: cannot compute length");
  if (steps >= 2 ** 63) throw new ValueError("Maximum allowed size exceeded");
  return Math.max(0, steps);
}

/**
 * The dtype that NumPy chooses for a range.
 *
 * @throws {UnsupportedError} a whole number does not fit into int64: NumPy would go by way of float64 or objects.
 */
export function arangeDtype({ from, to, by, dtype }: Arange): Dtype {
  if (dtype !== null) return dtype;
  const parts = [from, to, by];
  if (parts.some((part) => typeof part === "bigint" && BigInt.asIntN(64, part) !== part)) {
    throw new UnsupportedError("np.arange counts within 64 bits here.");
  }
  return parts.every((part) => typeof part === "bigint") ? "int64" : "float64";
}

/**
 * Fills with a range. Only the first two numbers are reckoned from the step; their difference, in the array's own dtype, makes
 * the others, as NumPy's fill functions do (arraytypes.c.src, @NAME@_fill).
 */
export function fillArange({ from, by }: Arange, dtype: Dtype, data: Elements): void {
  if (data.length === 0) return;
  const next = typeof from === "bigint" && typeof by === "bigint" ? from + by : Number(from) + Number(by);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    const first = whole(from, dtype);
    const step = data.length === 1 ? 0n : whole(next, dtype) - first;
    for (let k = 0; k < data.length; k++) data[k] = first + BigInt(k) * step;
  } else if (elementOf(dtype).kind === "float") {
    const round = data instanceof Float32Array ? Math.fround : (value: number) => value;
    const first = round(Number(from));
    const second = round(Number(next));
    const step = round(second - first);
    for (let k = 0; k < data.length; k++) data[k] = k === 0 ? first : k === 1 ? second : first + round(round(k) * step);
  } else {
    const first = Number(whole(from, dtype));
    const step = data.length === 1 ? 0 : Number(whole(next, dtype)) - first;
    for (let k = 0; k < data.length; k++) data[k] = first + k * step;
  }
}

/** A number as an integer dtype holds it; a float loses its fraction. */
function whole(value: Num, dtype: Dtype): bigint {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw Number.isNaN(value)
      ? new ValueError("cannot convert float NaN to integer")
      : new OverflowError("cannot convert float infinity to integer");
  }
  const integer = typeof value === "number" ? BigInt(Math.trunc(value)) : value;
  const bits = Number(/\d+/.exec(dtype)?.[0]);
  const held = dtype.startsWith("u") ? BigInt.asUintN(bits, integer) : BigInt.asIntN(bits, integer);
  if (held === integer) return integer;
  if (integer >= 2n ** 63n || integer < -(2n ** 63n)) throw new OverflowError("Python int too large to convert to C long");
  throw new OverflowError(`Python integer ${integer} out of bounds for ${dtype}`);
}
