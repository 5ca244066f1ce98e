/** How the file's bytes stand for text, and why that was decided. */
export interface EncodingGuess {
  /** A label of the WHATWG Encoding standard. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** Bytes of the byte order mark. */
  readonly markLength: number;
  readonly reason: string;
}

/** Decides the encoding from the first bytes of a file. @param whole the sample is the whole file */
export function sniffEncoding(sample: Uint8Array, whole: boolean): EncodingGuess {
  const [a, b, c] = sample;
  if (a === 0xef && b === 0xbb && c === 0xbf) return guess("utf-8", 3, "it starts with a byte order mark");
  if (a === 0xff && b === 0xfe) return guess("utf-16le", 2, "it starts with a byte order mark");
  if (a === 0xfe && b === 0xff) return guess("utf-16be", 2, "it starts with a byte order mark");
  if (isUtf8(sample, whole)) return guess("utf-8", 0, "its bytes are valid UTF-8");
  return guess("windows-1252", 0, "its bytes are not valid UTF-8");
}

function guess(encoding: EncodingGuess["encoding"], markLength: number, reason: string): EncodingGuess {
  return { encoding, markLength, reason };
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    // A sample may end inside a character: a streaming decoder waits for the rest.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice(), { stream: !whole });
    return true;
  } catch {
    return false;
  }
}
