import { CapacityError } from "../../errors.ts";
import { Spool } from "../csv/spool.ts";
import type { Task } from "../csv/task.ts";

/** The most that is unpacked from one file, in bytes: what one memory holds, and the table needs as much again. */
const MAX_UNPACKED = 2 ** 32;
/** Files that people have unpack to 3 to 30 times their size; beyond these figures it is a bomb. */
const MAX_RATIO = 250;
const ALWAYS_TAKEN = 1 << 28;

/** What is unpacked: its blocks, and how much of the packed bytes they came from. */
export interface Packed {
  readonly name: string;
  /** In bytes. */
  readonly packedSize: number;
  readonly blocks: AsyncIterable<Uint8Array>;
  /** Packed bytes that were read so far. */
  readonly position: () => number;
}

/**
 * Keeps unpacked bytes in engine memory, for they are read more than once. What really comes out is counted, whatever the file
 * claims. The caller closes the spool.
 *
 * @throws {CapacityError} more comes out than is taken, or than there is memory.
 */
export async function unpack({ name, packedSize, blocks, position }: Packed, task: Task): Promise<Spool> {
  const spool = new Spool(name);
  try {
    for await (const block of blocks) {
      checkSize(name, spool.size + block.length, packedSize);
      spool.append(block);
      await task.step(position(), 2 * packedSize);
    }
    return spool;
  } catch (error) {
    spool.close();
    throw error;
  }
}

/** Refuses a size that is too large, or too large for what it comes from. Both in bytes. */
export function checkSize(name: string, size: number, packedSize: number): void {
  const most = Math.min(MAX_UNPACKED, Math.max(ALWAYS_TAKEN, MAX_RATIO * packedSize));
  if (size <= most) return;
  const why = most === MAX_UNPACKED ? "4 GiB" : `${MAX_RATIO} times its size`;
  throw new CapacityError(`${name} unpacks to more than ${why}. Unpack it with another program if that is right.`, size, most);
}
