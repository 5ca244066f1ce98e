import { type ByteSource, blocksOf } from "../byte-source.ts";
import { Spool } from "./spool.ts";
import type { Task } from "./task.ts";

/**
 * What windows-1252 has at 0x80 … 0x9f, in place of the characters U+0080 … U+009F that Unicode means for control. Written out,
 * because the TextDecoder of some Nodes (20.20 among them) leaves the controls as they are.
 */
const windowsCharacters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const controls = /[\u0080-\u009f]/g;

/**
 * The source's text as UTF-8, kept in engine memory. The caller closes it. Control characters of the upper half become what
 * windows-1252 has in their place: that is how they came into the text.
 */
export async function transcoded(source: ByteSource, encoding: string, start: number, task: Task): Promise<ByteSource> {
  const spool = new Spool(source.name);
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const append = (text: string): void => {
    spool.append(
      encoder.encode(text.replaceAll(controls, (control) => windowsCharacters.charAt(control.charCodeAt(0) - 0x80))),
    );
  };
  try {
    let done = start;
    for await (const block of blocksOf(source, start)) {
      append(decoder.decode(block, { stream: true }));
      done += block.length;
      await task.step(done, 2 * source.size);
    }
    append(decoder.decode());
    return spool;
  } catch (error) {
    spool.close();
    throw error;
  }
}
