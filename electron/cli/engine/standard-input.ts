import type { Control } from "@argscope/core/contract/worker.ts";
import { AccessError } from "@argscope/core/errors.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { Spool } from "@argscope/core/formats/csv/spool.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";

/** All of standard input, kept in engine memory, for it cannot be read twice. The host pipes it to this thread. */
export async function standardInput(control: Control): Promise<ByteSource> {
  const spool = new Spool("standard input");
  try {
    await spool.fill(process.stdin, new Task(control), 0);
    return spool;
  } catch (error) {
    spool.close();
    if (error instanceof Error && "code" in error) throw new AccessError(`standard input cannot be read (${error.code}).`);
    throw error;
  }
}
