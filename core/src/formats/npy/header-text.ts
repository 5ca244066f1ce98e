import type { Dtype } from "../../array/dtype.ts";
import { isRecord, recordLayout } from "../../array/record.ts";
import { ValueError } from "../../errors.ts";
import { MAGIC } from "./preamble.ts";
import { typeCode } from "./type-code.ts";

/** Elements start at a multiple of this, so that they can be mapped into memory (`ARRAY_ALIGN`). In bytes. */
const ALIGNMENT = 64;
/** NumPy leaves room for the growing axis to be written with as many digits (`GROWTH_AXIS_MAX_DIGITS`). */
const AXIS_DIGITS = 21;

/**
 * The front of an .npy file, byte for byte as `numpy.save` writes it: in version 1 if it can, in 2 where the header is too long
 * for that, in 3 where a name is not Latin-1.
 *
 * @see numpy/lib/_format_impl.py, _write_array_header and _wrap_header_guess_version
 */
export function npyFront(dtype: Dtype, shape: readonly number[], fortranOrder: boolean): Uint8Array<ArrayBuffer> {
  const descr = isRecord(dtype) ? recordLayout(dtype).descr : `'${typeCode(dtype)}'`;
  const lengths = `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
  const growing = shape[fortranOrder ? shape.length - 1 : 0];
  const room = growing === undefined ? 0 : Math.max(0, AXIS_DIGITS - String(growing).length);
  const order = fortranOrder ? "True" : "False";
  const text = `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${lengths}, }${" ".repeat(room)}`;
  if (/^[\0-\u00ff]*$/.test(text)) {
    const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return wrapped(latin1, 1) ?? wrapped(latin1, 2) ?? tooLong();
  }
  return wrapped(new TextEncoder().encode(text), 3) ?? tooLong();
}

/** Magic, version, length, header, spaces and a newline; null where the length has no room in this version. */
function wrapped(header: Uint8Array, version: number): Uint8Array<ArrayBuffer> | null {
  const start = version === 1 ? 10 : 12;
  // At least one space, as NumPy: a header that ends on the boundary by itself gets a whole line of them.
  const unpadded = start + header.length + 1;
  const end = unpadded + ALIGNMENT - (unpadded % ALIGNMENT);
  if (end - start >= 2 ** (version === 1 ? 16 : 32)) return null;
  const front = new Uint8Array(end).fill(0x20);
  front.set(MAGIC);
  const view = new DataView(front.buffer);
  view.setUint8(6, version);
  view.setUint8(7, 0);
  if (version === 1) view.setUint16(8, end - start, true);
  else view.setUint32(8, end - start, true);
  front.set(header, start);
  front[end - 1] = 0x0a;
  return front;
}

function tooLong(): never {
  throw new ValueError("The header is too long for any version of the .npy format.");
}
