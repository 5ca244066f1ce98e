import { randomUUID } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AccessError } from "@argscope/core/errors.ts";
import { asAccessError, quoted } from "./access.ts";

/**
 * A file being written that does not exist until it is whole.
 *
 * The bytes go to a temporary file in the same folder, so that the last step is a rename on one disk. At every moment the
 * name holds either the old file or the whole new one, also when the machine loses power. A failure or `abort` leaves
 * the old file and no litter. An existing file's mode is kept, and a symbolic link stays one: its target is replaced.
 */
export class Replacement {
  readonly #path: string;
  readonly #temporary: string;
  #handle: FileHandle | null;

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.#path = path;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  /** @throws {AccessError} the name is a folder, the folder is missing or may not be written, the file is write-protected. */
  static async begin(chosen: string): Promise<Replacement> {
    try {
      const existing = await modeOf(chosen);
      const path = existing === null ? chosen : await realpath(chosen);
      // A short name of our own: the chosen one may already be as long as the file system allows.
      const temporary = join(dirname(path), `.argscope-${randomUUID()}.part`);
      const handle = await open(temporary, "wx", existing ?? 0o666);
      const replacement = new Replacement(path, temporary, handle);
      // Again, because the process's umask has taken bits away from the mode of a new file.
      if (existing !== null) await replacement.#attempt(() => handle.chmod(existing));
      return replacement;
    } catch (error) {
      throw asAccessError(error, chosen, "written");
    }
  }

  /** Appends bytes. A failure ends the replacement. */
  async write(bytes: Uint8Array): Promise<void> {
    const handle = this.#open();
    await this.#attempt(async () => {
      let written = 0;
      while (written < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
        written += bytesWritten;
      }
    });
  }

  /** Puts what was written under the file's name. A failure ends the replacement. */
  async commit(): Promise<void> {
    const handle = this.#open();
    await this.#attempt(async () => {
      await handle.sync();
      await handle.close();
      this.#handle = null;
      await rename(this.#temporary, this.#path);
      await syncFolder(dirname(this.#path));
    });
  }

  /** Leaves no trace. Safe at any time, also after a failure or a commit, and more than once. */
  async abort(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    try {
      await handle?.close();
    } finally {
      await rm(this.#temporary, { force: true });
    }
  }

  #open(): FileHandle {
    if (this.#handle === null) throw new AccessError(`${quoted(this.#path)} is not being written any more.`);
    return this.#handle;
  }

  async #attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      await this.abort();
      throw asAccessError(error, this.#path, "written");
    }
  }
}

/** The permission bits of the file that will be replaced, or `null` where there is none. Refuses what may not be replaced. */
async function modeOf(path: string): Promise<number | null> {
  let found: Awaited<ReturnType<typeof stat>>;
  try {
    found = await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  if (found.isDirectory()) throw new AccessError(`${quoted(path)} is a folder, not a file.`);
  if (!found.isFile()) throw new AccessError(`${quoted(path)} is not a regular file.`);
  // A rename asks for the folder's permission only; a write-protected file is protected from us too.
  await (await open(path, "r+")).close();
  return found.mode & 0o7777;
}

/** Makes the rename itself durable. Windows has no such step, and some network disks refuse it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "EINVAL" || error.code === "ENOTSUP"))) throw error;
  } finally {
    await handle.close();
  }
}
