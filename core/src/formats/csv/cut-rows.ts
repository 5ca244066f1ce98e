import type { Dialect } from "./dialect.ts";
import { cellText, recordsOf } from "./records.ts";

/**
 * The text of rows as the file has it, cell by cell, without quotes.
 *
 * @param bytes from a row's start on, an offset of `table.rowOffsets` for instance
 * @param skip rows before the first that is wanted
 * @param final nothing follows the bytes in the file
 * @returns at most `count` rows; fewer where the bytes end before
 */
export function cutRows(bytes: Uint8Array, dialect: Dialect, skip: number, count: number, final: boolean): string[][] {
  const records = recordsOf(bytes, 0, dialect, skip + count, final);
  return records.slice(skip).map(({ cells }) => cells.map((cell) => cellText(bytes, cell, dialect.quote)));
}
