import { describe, expect, test } from "vitest";
import type { Dtype, Elements } from "../../src/array/dtype.ts";
import { halfToNumber, numberToHalf } from "../../src/array/half.ts";
import { valueText } from "../../src/export/value-text.ts";

describe("valueText", () => {
  test.each<[Dtype, Elements, string]>([
    ["float64", new Float64Array([0.1]), "0.1"],
    ["float64", new Float64Array([Number.NaN]), "nan"],
    ["float64", new Float64Array([Number.POSITIVE_INFINITY]), "inf"],
    ["float64", new Float64Array([Number.NEGATIVE_INFINITY]), "-inf"],
    ["float64", new Float64Array([-0]), "-0"],
    ["float64", new Float64Array([1e21]), "1e+21"],
    ["float32", new Float32Array([0.1]), "0.1"],
    ["float32", new Float32Array([16777216]), "16777216"],
    ["float16", new Uint16Array([numberToHalf(0.1)]), "0.1"],
    ["int64", new BigInt64Array([-9223372036854775808n]), "-9223372036854775808"],
    ["uint64", new BigUint64Array([18446744073709551615n]), "18446744073709551615"],
    ["bool", new Uint8Array([1]), "True"],
    ["complex128", new Float64Array([1, -2.5]), "1-2.5j"],
    ["complex64", new Float32Array([0.1, Number.NaN]), "0.1+nanj"],
    ["datetime64[D]", new BigInt64Array([0n]), "1970-01-01"],
    ["str3", new Uint32Array([97, 0x1f642, 0]), "a🙂"],
    ["bytes3", new Uint8Array([97, 0xe9, 0]), "aé"],
  ])("%s", (dtype, data, text) => {
    expect(valueText(dtype, data, 0)).toBe(text);
  });

  test("every float16 reads back from its text as itself, and none needs more than 5 digits", () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = halfToNumber(bits);
      const text = valueText("float16", new Uint16Array([bits]), 0);
      if (!Number.isFinite(value)) continue;
      expect(Object.is(halfToNumber(numberToHalf(Number(text))), value)).toBe(true);
      expect(text.replace(/^-?[0.]*|e.*$|\./g, "").length).toBeLessThanOrEqual(5);
    }
  });

  test("random float32 read back from their text as themselves", () => {
    const bits = new Uint32Array(1);
    const value = new Float32Array(bits.buffer);
    for (let k = 0; k < 20_000; k++) {
      bits[0] = Math.imul(k + 1, 2654435761) >>> 0;
      if (!Number.isFinite(value[0])) continue;
      expect(Math.fround(Number(valueText("float32", value, 0)))).toBe(value[0]);
    }
  });
});
