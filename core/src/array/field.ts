import { IndexError, ValueError } from "../errors.ts";
import { elementOf, itemsizeOf } from "./element.ts";
import { empty } from "./empty.ts";
import { NdArray } from "./ndarray.ts";
import { Odometer } from "./odometer.ts";
import { type Field, isRecord, recordLayout } from "./record.ts";
import { rowMajorStrides } from "./strides.ts";

/**
 * One field of a structured array, by name or title. A field that is an array itself adds its dimensions at the end.
 *
 * A view where the field lies on multiples of its own size, else a copy in engine memory: the result is a view exactly if
 * its `data` has `a.data`'s buffer and starts where that starts.
 *
 * @throws {ValueError} there is no such field: "no field of name x".
 * @throws {IndexError} `a` is not structured.
 */
export function field(a: NdArray, name: string): NdArray {
  if (!isRecord(a.dtype)) {
    throw new IndexError(
      "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices",
    );
  }
  const found = recordLayout(a.dtype).fields.find((one) => one.name === name || one.title === name);
  if (found === undefined) throw new ValueError(`no field of name ${name}`);
  return viewOfField(a, found) ?? copyOfField(a, found);
}

function viewOfField(a: NdArray, { dtype, shape, byteOffset }: Field): NdArray | undefined {
  const bytes = itemsizeOf(dtype);
  const unit = elementOf(dtype).Array.BYTES_PER_ELEMENT;
  const start = a.offset * itemsizeOf(a.dtype) + byteOffset;
  const outer = a.strides.map((stride) => (stride * itemsizeOf(a.dtype)) / bytes);
  const fits = [start / bytes, a.data.byteOffset / unit, ...outer].every(Number.isInteger);
  if (!fits) return undefined;
  const data = new (elementOf(dtype).Array)(a.data.buffer, a.data.byteOffset, Math.floor(a.data.byteLength / unit));
  return new NdArray(dtype, [...a.shape, ...shape], [...outer, ...rowMajorStrides(shape)], start / bytes, data);
}

function copyOfField(a: NdArray, { dtype, shape, byteOffset }: Field): NdArray {
  const result = empty([...a.shape, ...shape], dtype);
  const { buffer, byteOffset: start, byteLength } = result.data;
  const target = new Uint8Array(buffer, start, byteLength);
  const source = a.data as Uint8Array;
  const record = itemsizeOf(a.dtype);
  const bytes = itemsizeOf(dtype) * shape.reduce((product, length) => product * length, 1);
  if (a.size === 0) return result;
  const walk = new Odometer(a);
  let next = 0;
  do {
    for (let k = 0; k < walk.runLength; k++) {
      const from = (a.offset + walk.position + k * walk.runStride) * record + byteOffset;
      for (let n = 0; n < bytes; n++) target[next++] = source[from + n] as number;
    }
  } while (walk.advance());
  return result;
}
