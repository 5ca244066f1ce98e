import type { RecordDtype } from "../array/dtype.ts";
import { elementOf, itemsizeOf, viewOf } from "../array/element.ts";
import { NdArray } from "../array/ndarray.ts";
import { pythonBytes, pythonString } from "../array/python-string.ts";
import { type Field, isRecord, recordLayout } from "../array/record.ts";
import { readScalar } from "../array/scalar.ts";
import { rowMajorStrides, sizeOf } from "../array/strides.ts";
import { scalarText, voidText } from "./numpy-element.ts";
import { valueText } from "./value-text.ts";

/**
 * A record as NumPy prints one: `(1, 2.5, 'abc')`.
 *
 * @param bytes of one element, as `readScalar` gives them.
 */
export function recordText(dtype: RecordDtype, bytes: Uint8Array): string {
  const texts = recordLayout(dtype).fields.map((field) => fieldText(field, bytes));
  return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(", ")})`;
}

/** A field that is an array itself stands in brackets. */
function fieldText({ dtype, shape, byteOffset }: Field, bytes: Uint8Array): string {
  const element = elementOf(dtype);
  // A copy, for a field may lie where no array of its kind can begin.
  const own = bytes.slice(byteOffset, byteOffset + itemsizeOf(dtype) * sizeOf(shape));
  return textOf(new NdArray(dtype, shape, rowMajorStrides(shape), 0, viewOf(element, own.buffer, 0, sizeOf(shape))));
}

function textOf({ dtype, shape, strides, offset, data }: NdArray): string {
  const [length, ...inner] = shape;
  if (length === undefined) return elementText(new NdArray(dtype, [], [], offset, data));
  const [step = 0, ...rest] = strides;
  const parts = Array.from({ length }, (_, k) => textOf(new NdArray(dtype, inner, rest, offset + k * step, data)));
  return `[${parts.join(", ")}]`;
}

function elementText({ dtype, data, offset }: NdArray): string {
  const { kind } = elementOf(dtype);
  const value = readScalar(dtype, data, offset);
  if (isRecord(dtype)) return recordText(dtype, value as Uint8Array);
  if (value instanceof Uint8Array) return kind === "bytes" ? pythonBytes(value) : voidText(value);
  if (typeof value === "string") return pythonString(value);
  if (kind === "float" || kind === "half") return scalarText(dtype, data, offset);
  const text = valueText(dtype, data, offset);
  return kind === "complex" ? text.replaceAll(/(?<![\d.e])(\d+)(?=[+\-j])/g, "$1.") : text;
}
