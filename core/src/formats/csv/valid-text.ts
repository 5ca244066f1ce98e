import type { TextColumn } from "../../table/text-column.ts";

/** Chromium's TextDecoder refuses shared memory: text is copied in pieces of so many bytes. */
const pieceSize = 1 << 20;

/** Whether all of a column's bytes are valid UTF-8. */
export function isValidText(column: TextColumn): boolean {
  const bytes = column.bytes.data as Uint8Array;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceSize) decoder.decode(bytes.slice(at, at + pieceSize), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
