import type { SharedText } from "@argscope/core/contract/worker.ts";
import { receivedArray } from "@argscope/core/service/shared.ts";

/** A shared block as an array: the worker's own bytes, nothing is copied. */
export const arrayOf = receivedArray;

/** Reads one cell of a column of text. */
export interface TextReader {
  readonly name: string;
  text(row: number): string;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function textOf(shared: SharedText): TextReader {
  const bytes = arrayOf(shared.bytes).data as Uint8Array;
  const ends = arrayOf(shared.ends).data as Float64Array;
  return {
    name: shared.name,
    text(row) {
      const start = row === 0 ? 0 : (ends[row - 1] ?? 0);
      // TextDecoder refuses shared memory: the few bytes of one cell are copied.
      return decoder.decode(bytes.slice(start, ends[row] ?? start));
    },
  };
}
