import { type ByteSource, blocksOf } from "../byte-source.ts";
import { Spool } from "./spool.ts";
import type { Task } from "./task.ts";

/** The source's text as UTF-8, kept in engine memory. The caller closes it. */
export async function transcoded(source: ByteSource, encoding: string, start: number, task: Task): Promise<ByteSource> {
  const spool = new Spool(source.name);
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  try {
    let done = start;
    for await (const block of blocksOf(source, start)) {
      spool.append(encoder.encode(decoder.decode(block, { stream: true })));
      done += block.length;
      await task.step(done, 2 * source.size);
    }
    spool.append(encoder.encode(decoder.decode()));
    return spool;
  } catch (error) {
    spool.close();
    throw error;
  }
}
