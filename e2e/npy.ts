/** A .npy file of float64 in C order. */
export function npyBytes(shape: readonly number[], values: readonly number[]): Uint8Array {
  const elements = new Uint8Array(8 * values.length);
  const view = new DataView(elements.buffer);
  for (const [k, value] of values.entries()) view.setFloat64(8 * k, value, true);
  return npyOf("'<f8'", shape, elements);
}

/** A .npy file in C order, format version 1.0 (numpy/lib/_format_impl.py). @param descr as the header has it */
export function npyOf(descr: string, shape: readonly number[], elements: Uint8Array): Uint8Array {
  const lengths = `${shape.join(", ")}${shape.length === 1 ? "," : ""}`;
  const dictionary = `{'descr': ${descr}, 'fortran_order': False, 'shape': (${lengths}), }`;
  // Magic, version and length take 10 bytes; the header ends at a multiple of 64 with a line feed.
  const header = `${dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + header.length + elements.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, header.length, true);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(elements, 10 + header.length);
  return bytes;
}
