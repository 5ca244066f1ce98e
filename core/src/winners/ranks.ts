import type { Scalar } from "../array/scalar.ts";

/** Which place each element has among the others; equals share theirs, NaN has none. */
export function ranks(positions: Float64Array, read: (position: number) => Scalar): Float64Array {
  const values = Array.from(positions, read);
  const order = Int32Array.from(values, (_, k) => k).sort((a, b) => compare(values[a] as Scalar, values[b] as Scalar));
  const result = new Float64Array(values.length);
  let rank = 0;
  for (let k = 0; k < order.length; k++) {
    const item = order[k] as number;
    const value = values[item] as Scalar;
    if (k > 0 && compare(values[order[k - 1] as number] as Scalar, value) !== 0) rank++;
    result[item] = isNan(value) ? Number.NaN : rank;
  }
  return result;
}

function isNan(value: Scalar): boolean {
  return typeof value === "object" && "re" in value && (Number.isNaN(value.re) || Number.isNaN(value.im));
}

/** NumPy's order: complex numbers by real part, then imaginary; text by code point; bytes by byte. NaN is last. */
function compare(a: Scalar, b: Scalar): number {
  if (typeof a === "string" && typeof b === "string") return byCodePoint(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return bySequence(a, b);
  if (typeof a !== "object" || typeof b !== "object" || !("re" in a) || !("re" in b)) return 0;
  if (isNan(a) || isNan(b)) return Number(isNan(a)) - Number(isNan(b));
  return a.re - b.re || a.im - b.im || 0;
}

function byCodePoint(a: string, b: string): number {
  return bySequence(
    Array.from(a, (character) => character.codePointAt(0) ?? 0),
    Array.from(b, (character) => character.codePointAt(0) ?? 0),
  );
}

function bySequence(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let k = 0; k < Math.min(a.length, b.length); k++) {
    const difference = (a[k] as number) - (b[k] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
