/** Bytes that show whether a file is text. */
const looked = 1 << 16;
/** Of those, the ones that are counted one by one. */
const counted = 1 << 13;

/** Kinds of file that begin with bytes of their own, none of them a table. */
const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a TIFF image", [0x49, 0x49, 0x2a, 0x00]],
  ["a TIFF image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive (or a spreadsheet in one)", [0x50, 0x4b, 0x03, 0x04]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a bzip2 archive", [0x42, 0x5a, 0x68]],
  ["a Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["an old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a NumPy array file", [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["an HDF5 file", [0x89, 0x48, 0x44, 0x46]],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a Windows program", [0x4d, 0x5a, 0x90, 0x00]],
];

/** What the bytes are instead of text, with its article; null where they may be text. */
export function binaryKind(sample: Uint8Array): string | null {
  for (const [name, bytes] of signatures) {
    if (bytes.every((byte, at) => sample[at] === byte)) return name;
  }
  return looksBinary(sample) ? "binary data" : null;
}

/** Text has no NUL and next to no control characters. */
function looksBinary(sample: Uint8Array): boolean {
  if (sample.subarray(0, looked).includes(0)) return true;
  const start = sample.subarray(0, counted);
  let controls = 0;
  for (let k = 0; k < start.length; k++) {
    const byte = start[k] as number;
    // Tab, line feed, form feed, carriage return, and Ctrl+Z, which old programs end a text with.
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) controls++;
  }
  return controls * 50 > start.length;
}
