import { basename } from "node:path";
import type { Control } from "@argscope/core/contract/worker.ts";
import { AccessError } from "@argscope/core/errors.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { Spool } from "@argscope/core/formats/csv/spool.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { asAccessError, quoted } from "../../main/files/access.ts";
import { fileSource, openFile } from "./file-source.ts";

/**
 * The bytes of the file that a command line names: a plain file is read by ranges; a pipe, a device and standard input (`-`,
 * which the host pipes to this thread) cannot be read twice and are kept in engine memory.
 *
 * @throws {AccessError} it cannot be read.
 */
export async function sourceOf(file: string, control: Control): Promise<ByteSource> {
  if (file === "-") return spooled("standard input", "-", process.stdin, control);
  const handle = await openFile(file);
  const found = await handle.stat();
  if (found.isFile()) return fileSource(handle, file, found.size);
  if (!found.isDirectory()) return spooled(basename(file), file, handle.createReadStream(), control);
  await handle.close();
  throw new AccessError(`${quoted(file)} is a folder, not a file.`);
}

async function spooled(name: string, path: string, stream: AsyncIterable<Uint8Array>, control: Control): Promise<ByteSource> {
  const spool = new Spool(name);
  try {
    await spool.fill(stream, new Task(control), 0);
    return spool;
  } catch (error) {
    spool.close();
    throw asAccessError(error, path, "read");
  }
}
