import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { startsAsNpy } from "@argscope/core/formats/npy/preamble.ts";

/** What a source holds, by its content. */
export type Holding = "npy" | "npz" | "literal" | "table";

/** Bytes that tell; an array literal may begin with blank lines. */
const headBytes = 256;
/** More is not typed text. */
const longestLiteral = 1 << 26;

export async function holdingOf(source: ByteSource): Promise<Holding> {
  const head = await source.read(0, Math.min(headBytes, source.size));
  if (startsAsNpy(head)) return "npy";
  if (startsAsZip(head)) return "npz";
  return source.size <= longestLiteral && startsAsArray(new TextDecoder().decode(head)) ? "literal" : "table";
}

function startsAsZip([p, k, first, second]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((first === 3 && second === 4) || (first === 5 && second === 6));
}

function startsAsArray(text: string): boolean {
  return /^\s*(?:(?:(?:np|numpy)\.)?array\s*\()?\s*\[/u.test(text);
}
