import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { endedEarly } from "@argscope/core/errors.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { asAccessError, quoted } from "../../main/files/access.ts";
import { fillFrom } from "./fill-from.ts";

/** The bytes of a plain file, by ranges. `size` is the file's when it was opened. */
export function fileSource(handle: FileHandle, path: string, size: number): ByteSource {
  const fill = (target: Uint8Array, start: number): void => fillOrSay(handle, path, target, start);
  return {
    name: basename(path),
    size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      fill(bytes, start);
      return bytes;
    },
    shared: { handle: handle.fd, fill },
    close: () => void handle.close(),
  };
}

function fillOrSay(handle: FileHandle, path: string, target: Uint8Array, start: number): void {
  const filled = tryFill(handle, path, target, start);
  if (filled !== target.length) throw endedEarly(quoted(path), start + filled);
}

function tryFill(handle: FileHandle, path: string, target: Uint8Array, start: number): number {
  try {
    return fillFrom(handle.fd, target, start);
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
