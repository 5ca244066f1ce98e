import { elementOf } from "../array/element.ts";
import type { Plan } from "./plan.ts";

/** How a kernel reads and orders elements; the numbers are those of core/kernels. */
export interface KernelOrder {
  readonly kind: number;
  readonly order: number;
  readonly itemsize: number;
}

// core/kernels/reductions.ts numbers the kinds, core/kernels/key.ts the bits of an order.
const FLOAT64 = 0;
const FLOAT32 = 1;
const FLOAT16 = 2;
const INT_KINDS: Readonly<Record<number, number>> = { 8: 3, 4: 4, 2: 5, 1: 6 };
const MAX = 1;
const UNSIGNED = 2;
const NAT = 4;
const SKIP = 8;

/** The kernels' order for a plan; undefined for what they do not compare: complex numbers and text. */
export function kernelOrderOf(plan: Pick<Plan, "operation" | "skipNan" | "dtype" | "data">): KernelOrder | undefined {
  const { data } = plan;
  const itemsize = data.BYTES_PER_ELEMENT;
  const max = plan.operation === "argmax" ? MAX : 0;
  const skip = plan.skipNan ? SKIP : 0;
  const integer = INT_KINDS[itemsize] as number;
  switch (elementOf(plan.dtype).kind) {
    case "half":
      return { kind: FLOAT16, order: max | skip, itemsize };
    case "float":
      return { kind: itemsize === 8 ? FLOAT64 : FLOAT32, order: max | skip, itemsize };
    case "intp":
      return { kind: data instanceof Float64Array ? FLOAT64 : integer, order: max, itemsize };
    case "bool":
    case "uint":
    case "biguint":
      return { kind: integer, order: max | UNSIGNED, itemsize };
    case "int":
    case "bigint":
      return { kind: integer, order: max, itemsize };
    case "datetime":
    case "timedelta":
      return { kind: integer, order: max | NAT, itemsize };
    default:
      return undefined;
  }
}
