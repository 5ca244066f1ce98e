import { readSync } from "node:fs";

/**
 * Reads a file's bytes from `start` on into `target`, as far as there are any. It waits for the disk: the thread has nothing else to
 * do, and Node's own threads would take processors from the pool's.
 *
 * @returns how many there were
 */
export function fillFrom(descriptor: number, target: Uint8Array, start: number): number {
  let filled = 0;
  for (let count = -1; filled < target.length && count !== 0; filled += count) {
    count = readSync(descriptor, target, filled, target.length - filled, start + filled);
  }
  return filled;
}
