import type { Dtype, PlainDtype } from "../../array/dtype.ts";

const PLAIN: Readonly<Record<PlainDtype, string>> = {
  bool: "|b1",
  int8: "|i1",
  int16: "<i2",
  int32: "<i4",
  int64: "<i8",
  uint8: "|u1",
  uint16: "<u2",
  uint32: "<u4",
  uint64: "<u8",
  float16: "<f2",
  float32: "<f4",
  float64: "<f8",
  complex64: "<c8",
  complex128: "<c16",
  // Indices leave the program as what NumPy has them in.
  intp: "<i8",
};

/**
 * NumPy's `dtype.str` for a dtype that is not structured, little endian: `<f8`, `<U10`, `<M8[ns]`, `|V4`.
 *
 * @see numpy/_core/_dtype.py and numpy/_core/src/multiarray/descriptor.c, arraydescr_protocol_typestr_get
 */
export function typeCode(dtype: Exclude<Dtype, `[${string}]`>): string {
  if (Object.hasOwn(PLAIN, dtype)) return PLAIN[dtype as PlainDtype];
  const [, name = "", rest = ""] = /^(datetime64|timedelta64|str|bytes|void)(.*)$/.exec(dtype) ?? [];
  // One count of a unit is the unit itself, and so NumPy writes it; the generic unit it leaves out.
  const unit = rest
    .replace("[1", (start) => (/^\[1\D/.test(rest) ? "[" : start))
    .replace("μs", "us")
    .replace("[generic]", "");
  switch (name) {
    case "datetime64":
      return `<M8${unit}`;
    case "timedelta64":
      return `<m8${unit}`;
    case "str":
      return `<U${rest}`;
    case "bytes":
      return `|S${rest}`;
    default:
      return `|V${rest}`;
  }
}
