import type { FileHandle } from "node:fs/promises";
import { open, stat } from "node:fs/promises";
import { AccessError } from "@argscope/core/errors.ts";
import { asAccessError, quoted } from "./access.ts";

/** Which file it is, whatever its name: device and inode, and its size in bytes when it was chosen. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
}

/**
 * Opens a regular file for reading and says which one it is. The caller closes the handle.
 *
 * @throws {AccessError} nothing is there, it is a folder or a device, permission is missing.
 */
export async function openForReading(path: string): Promise<{ handle: FileHandle; identity: Identity & { mtimeMs: number } }> {
  try {
    // Before opening: opening a pipe for reading would wait for a writer.
    const found = await stat(path);
    if (found.isDirectory()) throw new AccessError(`${quoted(path)} is a folder, not a file.`);
    if (!found.isFile()) throw new AccessError(`${quoted(path)} is not a regular file.`);
    const handle = await open(path, "r");
    const { dev, ino, size, mtimeMs } = await handle.stat();
    return { handle, identity: { dev, ino, size, mtimeMs } };
  } catch (error) {
    throw asAccessError(error, path, "read");
  }
}

/** Refuses a file that is not the one that was chosen any more. */
export function checkIdentity(path: string, chosen: Identity, found: Identity): void {
  if (found.dev !== chosen.dev || found.ino !== chosen.ino) {
    throw new AccessError(`${quoted(path)} was replaced by another file after it was chosen. Open it again.`);
  }
  if (found.size !== chosen.size) {
    throw new AccessError(
      `${quoted(path)} changed after it was chosen: it had ${chosen.size} bytes and now has ${found.size}. Open it again.`,
    );
  }
}
