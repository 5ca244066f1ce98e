import { free } from "../../array/empty.ts";
import { ArgscopeError, FormatError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { sniffEncoding } from "../csv/sniff/encoding.ts";
import { decoderOf } from "../encoding/decoder.ts";
import { openJson } from "../json/open-json.ts";
import { parseArrayLiteral } from "../literal/array-literal.ts";
import type { Data } from "./data.ts";
import type { OpenOptions } from "./options.ts";

/** The longest text that is tried as a Python literal, in bytes. */
const MAX_LITERAL_BYTES = 1 << 26;

/** JSON; or, where it is none, an array as Python writes it: `[[1, 2.5], [nan, 4]]`. */
export async function openText(source: ByteSource, options: OpenOptions): Promise<Data> {
  try {
    return await openJson(source, options);
  } catch (error) {
    if (!(error instanceof FormatError) || source.size > MAX_LITERAL_BYTES) throw error;
    const literal = await openLiteral(source).catch((other: unknown) => {
      // What a literal may be and JSON may not is the rarer case: of the two refusals JSON's is the one to tell.
      if (other instanceof FormatError) throw error;
      throw other instanceof ArgscopeError && !(other.tag === "Unsupported") ? other : error;
    });
    return literal;
  }
}

/** `np.array([[1, 2], [3, 4]])` and what `repr` prints. */
export async function openLiteral(source: ByteSource): Promise<Data> {
  const bytes = await source.read(0, Math.min(source.size, MAX_LITERAL_BYTES + 1));
  const { encoding, markLength } = sniffEncoding(bytes, true);
  // A copy: the browser's decoder refuses bytes in shared memory.
  const array = parseArrayLiteral(decoderOf(encoding).decode(bytes.slice(markLength)));
  return { kind: "array", format: "literal", array, sentences: [], release: () => free(array) };
}
