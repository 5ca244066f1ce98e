import { readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { AccessError } from "@argscope/core/errors.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { asAccessError, quoted } from "../../main/files/access.ts";

/** The bytes of a plain file, by ranges. `size` is the file's when it was opened. */
export function fileSource(handle: FileHandle, path: string, size: number): ByteSource {
  return {
    name: basename(path),
    size,
    read: (start, end) => readRange(handle, path, start, end),
    readInto: async (target, start) => fill(handle, path, target, start),
    close: () => void handle.close(),
  };
}

async function readRange(handle: FileHandle, path: string, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  fill(handle, path, bytes, start);
  return bytes;
}

/** Waits for the disk: this thread has nothing else to do, and Node's own threads would take processors from the pool's. */
function fill(handle: FileHandle, path: string, bytes: Uint8Array, start: number): void {
  for (let filled = 0; filled < bytes.length; ) {
    const position = start + filled;
    const count = readOnce(handle, path, bytes.subarray(filled), position);
    if (count === 0) {
      throw new AccessError(
        `${quoted(path)} ended at byte ${position}, earlier than when it was opened: it changed meanwhile.`,
      );
    }
    filled += count;
  }
}

function readOnce(handle: FileHandle, path: string, bytes: Uint8Array, position: number): number {
  try {
    return readSync(handle.fd, bytes, 0, bytes.length, position);
  } catch (error) {
    throw asAccessError(error, path, "read");
  }
}

export async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (error) {
    throw asAccessError(error, path, "read");
  }
}
