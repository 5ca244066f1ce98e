import type { NdArray } from "../../array/ndarray.ts";
import { npySize, writeNpyBlocks } from "../npy/write-npy.ts";
import { crc32 } from "./crc32.ts";
import { type ZipFile, zipBlocks } from "./zip-write.ts";

/**
 * Arrays by their names as the bytes of an .npz file, as numpy.savez makes them: stored, each as the .npy file that numpy.save
 * writes. The result is ordinary memory, outside the engine.
 *
 * @throws {ValueError} a name is too long for a ZIP archive.
 */
export async function writeNpz(arrays: ReadonlyMap<string, NdArray>): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = [...writeNpzBlocks(arrays)];
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

/** As `writeNpz`, in blocks of about 1 MiB, for arrays that are large: no copy of the whole is made. */
export function writeNpzBlocks(arrays: ReadonlyMap<string, NdArray>): Generator<Uint8Array<ArrayBuffer>> {
  return zipBlocks(files(arrays));
}

function* files(arrays: ReadonlyMap<string, NdArray>): Generator<ZipFile> {
  for (const [name, array] of arrays) {
    // The checksum stands before the content, so the elements are walked twice.
    let crc = 0;
    for (const block of writeNpyBlocks(array)) crc = crc32(block, crc);
    yield { name: `${name}.npy`, size: npySize(array), crc, blocks: () => writeNpyBlocks(array) };
  }
}
