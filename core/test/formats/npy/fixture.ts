import { readFileSync } from "node:fs";
import type { NdArray } from "../../../src/array/ndarray.ts";
import type { Nested } from "../../../src/array/nested.ts";
import type { Scalar } from "../../../src/array/scalar.ts";
import { floatScalar } from "../../../src/export/numpy-float.ts";

/** A file that NumPy made or read, and what is in it. */
export interface NpyCase {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly fortran: boolean;
  readonly elements: readonly unknown[];
  /** numpy.save wrote it. */
  readonly saved: boolean;
  readonly file: string;
}

const fixture: { cases: readonly NpyCase[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/npy/npy.json", import.meta.url), "utf8"),
);

export const npyCases = fixture.cases;

/** A case's bytes, in memory of their own. */
export function fileOf({ file }: NpyCase): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(file, "base64"));
}

/** The case of that name. */
export function caseNamed(name: string): NpyCase {
  const found = npyCases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case "${name}" in npy.json`);
  return found;
}

/** An array's elements in C order, in the form that npy.json has them in. */
export function elementsOf(a: NdArray): readonly unknown[] {
  return flat(a.toNested()).map((value) => written(value, a.dtype));
}

function flat(nested: Nested): readonly Scalar[] {
  return Array.isArray(nested) ? nested.flatMap(flat) : [nested as Scalar];
}

function written(value: Scalar, dtype: string): unknown {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString("hex") };
  if (typeof value === "object") return { re: floatScalar("float64", value.re), im: floatScalar("float64", value.im) };
  if (typeof value === "number" && dtype.startsWith("float")) return floatScalar("float64", value);
  return typeof value === "boolean" ? value : String(value);
}
