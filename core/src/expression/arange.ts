import type { Dtype, Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { OverflowError, ValueError } from "../errors.ts";
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
export function arangeLength({ start, stop, step }: Arange): number {
  if (typeof start === "bigint" && typeof stop === "bigint" && typeof step === "bigint") {
    if (step === 0n) throw new ZeroDivisionError("division by zero");
    const distance = stop - start;
    const steps = distance / step + (distance % step !== 0n && distance > 0n === step > 0n ? 1n : 0n);
    if (steps >= 2n ** 63n) throw new ValueError("Maximum allowed size exceeded");
    return Math.max(0, Number(steps));
  }
  const by = Number(step);
  if (by === 0) throw new ZeroDivisionError(typeof step === "bigint" ? "division by zero" : "float division by zero");
  const steps = Math.ceil((Number(stop) - Number(start)) / by);
  if (Number.isNaN(steps)) throw new ValueError("arange: cannot compute length");
  if (steps >= 2 ** 63) throw new ValueError("Maximum allowed size exceeded");
  return Math.max(0, steps);
}

/**
 * Fills with a range. Only the first two numbers are reckoned from the step; their difference, in the array's own dtype, makes
 * the others, as NumPy's fill functions do (arraytypes.c.src, @NAME@_fill).
 */
export function fillArange({ start, step }: Arange, dtype: Dtype, data: Elements): void {
  if (data.length === 0) return;
  const first = start;
  const second = sum(start, step);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    const from = whole(first, dtype);
    const by = data.length === 1 ? 0n : whole(second, dtype) - from;
    for (let k = 0; k < data.length; k++) data[k] = from + BigInt(k) * by;
  } else if (elementOf(dtype).kind === "float") {
    const round = data instanceof Float32Array ? Math.fround : (value: number) => value;
    const from = round(Number(first));
    const by = round(round(Number(second)) - from);
    for (let k = 0; k < data.length; k++) data[k] = k === 1 ? Number(second) : from + round(k * by);
  } else {
    const from = Number(whole(first, dtype));
    const by = data.length === 1 ? 0 : Number(whole(second, dtype)) - from;
    for (let k = 0; k < data.length; k++) data[k] = from + k * by;
  }
}

function sum(start: Num, step: Num): Num {
  return typeof start === "bigint" && typeof step === "bigint" ? start + step : Number(start) + Number(step);
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
