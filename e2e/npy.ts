/** A .npy file of float64 in C order, format version 1.0 (numpy/lib/_format_impl.py). */
export function npyBytes(shape: readonly number[], values: readonly number[]): Uint8Array {
  const lengths = `${shape.join(", ")}${shape.length === 1 ? "," : ""}`;
  const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': (${lengths}), }`;
  // Magic, version and length take 10 bytes; the header ends at a multiple of 64 with a line feed.
  const header = `${dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + header.length + 8 * values.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  view.setUint16(8, header.length, true);
  bytes.set(new TextEncoder().encode(header), 10);
  for (const [k, value] of values.entries()) view.setFloat64(10 + header.length + 8 * k, value, true);
  return bytes;
}
