import { UnsupportedError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";

/** Longer runs of escapes than this before a quote are cut: their number decides, and nobody writes them. */
const longestRun = 256;

/** Encodings in which a byte of ASCII may be a part of another character. */
const shared = /^(?:utf-16|shift_jis|gb|big5|iso-2022)/;

/**
 * A file whose quoted cells have `\"` where others double the quote: it reads as if the quote were doubled. No byte changes its
 * place, so that what is found in it is there in the file. Other escapes stay as they are written.
 *
 * @param mark what escapes @param quote both as bytes
 * @throws {UnsupportedError} the encoding does not keep the two apart from parts of other characters.
 */
export function withDoubledQuotes(source: ByteSource, mark: number, quote: number, encoding: string): ByteSource {
  if (shared.test(encoding)) throw new UnsupportedError(`Escaped quotes are not read in ${encoding}. Save the file as UTF-8.`);
  return {
    name: source.name,
    size: source.size,
    async read(start, end) {
      const from = Math.max(0, start - longestRun);
      // A copy: the bytes may be the file's own.
      const bytes = (await source.read(from, Math.min(source.size, end + 1))).slice();
      for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at)) {
        let last = at;
        while (bytes[last + 1] === mark) last++;
        if ((last - at) % 2 === 0 && bytes[last + 1] === quote) bytes[last] = quote;
        at = last + 1;
      }
      return bytes.subarray(start - from, end - from);
    },
    close() {},
  };
}
