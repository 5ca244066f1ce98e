import { type ByteSource, blocksOf } from "../byte-source.ts";
import type { Scanner } from "./scanner.ts";
import type { Task } from "./task.ts";

/** Feeds a source to a scanner from `start` on, block by block; a record that a block cuts waits for the next one. */
export async function scanSource(source: ByteSource, start: number, scanner: Scanner, task: Task): Promise<void> {
  let window = new Uint8Array(Math.min(2 << 20, source.size - start));
  let filled = 0;
  // A record longer than the window is tried again only when the window has doubled, or long records would cost their square.
  let wanted = 0;
  let position = start;
  for await (const block of blocksOf(source, start)) {
    if (filled + block.length > window.length) {
      const larger = new Uint8Array(Math.max(filled + block.length, 2 * window.length));
      larger.set(window.subarray(0, filled));
      window = larger;
    }
    window.set(block, filled);
    filled += block.length;
    const final = position + filled === source.size;
    if (filled >= wanted || final) {
      const used = scanner.scan(window, 0, filled, position, final);
      window.copyWithin(0, used, filled);
      filled -= used;
      position += used;
      wanted = used === 0 ? 2 * filled : 0;
    }
    await task.step(position + filled, source.size);
  }
}
