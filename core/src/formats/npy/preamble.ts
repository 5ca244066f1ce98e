import { FormatError, UnsupportedError } from "../../errors.ts";

/** `\x93NUMPY`, with which every .npy file starts. */
export const MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** NumPy's limit too (`_MAX_HEADER_SIZE`), in bytes. */
const MAX_HEADER = 10_000;

/** Bytes that are enough to hold the header of any file that is taken. */
export const FRONT_BYTES = 12 + MAX_HEADER;

/** What stands before an .npy file's header: magic, version, and how long the header is. */
export interface Preamble {
  /** 1, 2 or 3. */
  readonly version: number;
  /** The header's first byte. */
  readonly headerStart: number;
  /** The byte after the header, where the elements start. */
  readonly headerEnd: number;
}

/** Whether bytes start as an .npy file does. */
export function startsAsNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, k) => bytes[k] === byte);
}

/**
 * Reads what stands before the header.
 *
 * @throws {FormatError} the magic is missing, the file is too short, or the header too long.
 * @throws {UnsupportedError} a version that NumPy does not have either.
 */
export function readPreamble(bytes: Uint8Array): Preamble {
  const wrong = MAGIC.findIndex((byte, k) => bytes[k] !== byte);
  if (wrong !== -1) throw new FormatError("This is not an .npy file: it does not start with \\x93NUMPY.", { byte: wrong });
  const [major, minor] = bytes.subarray(6, 8);
  if (major === undefined || minor === undefined) throw ends(bytes);
  if (minor !== 0 || major < 1 || major > 3) {
    throw new UnsupportedError(`The .npy file has version ${major}.${minor}; Argscope takes 1.0, 2.0 and 3.0.`);
  }
  const headerStart = major === 1 ? 10 : 12;
  if (bytes.length < headerStart) throw ends(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER) {
    throw new FormatError(`The header has ${length} bytes; at most ${MAX_HEADER} are taken.`, { byte: 8 });
  }
  return { version: major, headerStart, headerEnd: headerStart + length };
}

function ends(bytes: Uint8Array): FormatError {
  return new FormatError("The file ends inside its header.", { byte: bytes.length });
}
