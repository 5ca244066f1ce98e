/**
 * A float64 as Python's `repr` and NumPy's scalar `str` write it: the shortest digits that read back as the same number, with
 * a point always; an exponent of at least two digits below 1e-4 and from 1e16 on; `nan`, `inf`, `-inf`, `-0.0`.
 */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e16) {
    const [digits = "", exponent = "0"] = value.toExponential().split("e");
    return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, "0")}`;
  }
  // Between the two, JavaScript writes no exponent either, and leaves the point out of whole numbers.
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}
