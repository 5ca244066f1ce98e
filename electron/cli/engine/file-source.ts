import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { AccessError } from "@argscope/core/errors.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { asAccessError, quoted } from "../../main/files/access.ts";

/** A file that is read by ranges; what is not a plain file (a pipe, a device) has none and is refused. */
export async function fileSource(path: string): Promise<ByteSource> {
  let handle: FileHandle;
  try {
    // Opening a pipe that nobody writes to would else wait for ever.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw asAccessError(error, path, "read");
  }
  const found = await handle.stat();
  if (!found.isFile()) {
    await handle.close();
    const what = found.isDirectory() ? "is a folder, not a file" : "is not a plain file: give its content to standard input";
    throw new AccessError(`${quoted(path)} ${what}.`);
  }
  return {
    name: basename(path),
    size: found.size,
    read: (start, end) => readRange(handle, path, start, end),
    close: () => void handle.close(),
  };
}

async function readRange(handle: FileHandle, path: string, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const count = await readOnce(handle, path, bytes, filled, start + filled);
    if (count === 0) {
      throw new AccessError(`${quoted(path)} ended at byte ${start + filled}, earlier than when it was opened: it changed meanwhile.`);
    }
    filled += count;
  }
  return bytes;
}

async function readOnce(handle: FileHandle, path: string, bytes: Uint8Array, at: number, position: number): Promise<number> {
  try {
    return (await handle.read(bytes, at, bytes.length - at, position)).bytesRead;
  } catch (error) {
    throw asAccessError(error, path, "read");
  }
}
