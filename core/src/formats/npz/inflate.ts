import { ArgscopeError, FormatError } from "../../errors.ts";

/** Compressed bytes that are handed over at once. What comes of them may wait in memory as a whole: at most 17 MB. */
const WINDOW_BYTES = 1 << 14;

/**
 * Undoes deflate, block by block. The windows are copies, for the browser's stream refuses shared memory.
 *
 * @param at where the compressed bytes start, for the message.
 * @throws {FormatError} they are not deflate's, or end early, or more follow.
 */
export async function* inflate(compressed: AsyncIterable<Uint8Array>, at: number): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let sourceError: unknown = null;
  const feeding = feed(compressed, writer).catch((error: unknown) => {
    if (error instanceof ArgscopeError) sourceError = error;
    // Ends the reading below; where the stream itself failed it has ended already.
    return writer.abort(error).catch(() => undefined);
  });
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value as Uint8Array;
  } catch {
    if (sourceError !== null) throw sourceError;
    throw new FormatError(`The compressed bytes are damaged (from byte ${at} on).`, { byte: at });
  } finally {
    // Whoever stopped early leaves the stream full: it is told to stop, and may object.
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

async function feed(
  compressed: AsyncIterable<Uint8Array>,
  writer: { write(chunk: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> },
): Promise<void> {
  for await (const block of compressed) {
    for (let start = 0; start < block.length; start += WINDOW_BYTES) {
      await writer.write(Uint8Array.from(block.subarray(start, start + WINDOW_BYTES)));
    }
  }
  await writer.close();
}
