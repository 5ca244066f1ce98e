import type { Dtype } from "../../array/dtype.ts";
import { free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { IndexError } from "../../errors.ts";
import { NpyFront } from "../npy/front.ts";
import { readNpy } from "../npy/read-npy.ts";
import type { RangeSource } from "../npy/row-ranges.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";
import { zipEntryBytes } from "./zip-entry.ts";

/** An .npz file whose directory was read, and whose arrays were not. */
export interface NpzFile {
  /** Names of the arrays, in the file's order: those of its files that end in .npy, without that. */
  readonly names: readonly string[];
  /** Bytes that an array's file claims to have, header included. */
  sizeOf(name: string): number;
  /** What an array's header says; its elements stay unread. */
  describe(name: string): Promise<{ readonly dtype: Dtype; readonly shape: readonly number[] }>;
  /**
   * One array, in engine memory. Where its own .npy file is at fault, a place counts bytes from that file's start.
   *
   * @throws {FormatError} {UnsupportedError} {CapacityError} as `parseNpy`, or the archive lied about its size or checksum.
   * @throws {CancelledError} `control` said so. Nothing is held then.
   */
  read(name: string, control?: Int32Array): Promise<NdArray>;
}

/**
 * Opens an archive of arrays as numpy.savez and savez_compressed write them, without reading the arrays. Its other files are
 * passed over.
 *
 * @throws {FormatError} it is no ZIP archive, or its directory breaks a rule.
 * @see numpy/lib/_npyio_impl.py, NpzFile
 */
export async function openNpz(source: RangeSource): Promise<NpzFile> {
  // A Map: a name from a file may be "__proto__".
  const entries = new Map<string, ZipEntry>();
  for (const entry of await readZipDirectory(source)) {
    if (entry.name.endsWith(".npy")) entries.set(entry.name.slice(0, -".npy".length), entry);
  }
  const entryOf = (name: string): ZipEntry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new IndexError(`${name} is not a file in the archive`);
    return entry;
  };
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entryOf(name).size,
    describe: async (name) => describe(source, entryOf(name)),
    read: async (name, control) => readEntry(source, entryOf(name), control),
  };
}

async function describe(source: RangeSource, entry: ZipEntry): Promise<{ dtype: Dtype; shape: readonly number[] }> {
  const front = new NpyFront();
  for await (const block of zipEntryBytes(source, entry)) {
    const header = front.push(block);
    if (header !== null) return { dtype: header.dtype, shape: header.shape };
  }
  return front.finish();
}

async function readEntry(source: RangeSource, entry: ZipEntry, control: Int32Array | undefined): Promise<NdArray> {
  const bytes = zipEntryBytes(source, entry);
  // Without a `return`, so that the archive can be read on where the array's elements end: its checksum comes last.
  const elements = { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) };
  let array: NdArray | null = null;
  try {
    array = await readNpy(elements, { control, size: entry.size });
    for (let step = await bytes.next(); !step.done; ) step = await bytes.next();
    return array;
  } catch (error) {
    if (array !== null) free(array);
    throw error;
  } finally {
    await bytes.return(undefined);
  }
}
