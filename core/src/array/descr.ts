import { UnsupportedError } from "../errors.ts";
import type { Dtype } from "./dtype.ts";

const FIXED: Readonly<Record<string, Dtype>> = {
  b1: "bool",
  i1: "int8",
  i2: "int16",
  i4: "int32",
  i8: "int64",
  u1: "uint8",
  u2: "uint16",
  u4: "uint32",
  u8: "uint64",
  f2: "float16",
  f4: "float32",
  f8: "float64",
  c8: "complex64",
  c16: "complex128",
};

/**
 * The dtype that one of NumPy's array-protocol codes names, without its byte order: `<f8` and `>f8` are float64.
 *
 * @throws {UnsupportedError} the code is of no dtype that Argscope takes.
 * @see https://numpy.org/doc/2.4/reference/arrays.interface.html, typestr
 */
export function dtypeOfCode(code: string): Dtype {
  const bare = code.replace(/^[<>|=]/, "");
  const fixed = Object.hasOwn(FIXED, bare) ? FIXED[bare] : undefined;
  if (fixed !== undefined) return fixed;
  const sized = /^([USV])(\d+)$/.exec(bare);
  if (sized !== null) {
    const length = Number(sized[2]);
    return sized[1] === "U" ? `str${length}` : sized[1] === "S" ? `bytes${length}` : `void${length}`;
  }
  const time = /^([Mm])8(\[\d*(?:Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?$/.exec(bare);
  if (time !== null) return `${time[1] === "M" ? "datetime64" : "timedelta64"}${time[2] ?? ""}` as Dtype;
  throw new UnsupportedError(`Argscope does not read elements of the type '${code}'.`);
}

/** Bytes in an element that such a code names. */
export function itemsizeOfCode(code: string): number {
  const match = /^[<>|=]?([A-Za-z])(\d+)/.exec(code);
  return Number(match?.[2] ?? 0) * (match?.[1] === "U" ? 4 : 1);
}
