import type { ColumnMetaData, Encoding, PageHeader, SchemaElement } from "hyparquet";
import { checkRuns } from "./check-runs.ts";

/** Checks what a page holds, once its bytes are unpacked. @throws {RangeError} as `checkRuns` */
export type PageCheck = (unpacked: Uint8Array) => void;

/**
 * What is to be checked of a page whose values are `unpacked` later; what stands before them is checked at once.
 *
 * @param packed the page as it stands in the file
 * @returns null where nothing is left to check. The check is to be called where the library would unpack the page.
 */
export function pageCheck(
  header: PageHeader,
  packed: Uint8Array,
  column: ColumnMetaData,
  element: SchemaElement,
): PageCheck | null {
  const optional = element.repetition_type === "OPTIONAL";
  const bool = column.type === "BOOLEAN";
  const first = header.data_page_header;
  if (first !== undefined) {
    return (unpacked) => {
      if (!optional) return checkValues(unpacked, 0, first.encoding, bool, first.num_values);
      const { ones } = checkRuns(unpacked, 4, 1, first.num_values);
      const end = 4 + new DataView(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength).getUint32(0, true);
      return checkValues(unpacked, end, first.encoding, bool, ones);
    };
  }
  const second = header.data_page_header_v2;
  if (second === undefined) return () => undefined;
  const { num_values: values, num_nulls: nulls, repetition_levels_byte_length: before, encoding } = second;
  if (!(nulls >= 0 && nulls <= values && before >= 0)) throw new RangeError(`${nulls} of ${values} values are missing`);
  if (optional) checkRuns(packed, before, 1, values);
  const check: PageCheck = (unpacked) => checkValues(unpacked, 0, encoding, bool, values - nulls);
  if (second.is_compressed !== false) return check;
  check(packed.subarray(before + second.definition_levels_byte_length));
  return null;
}

function checkValues(bytes: Uint8Array, start: number, encoding: Encoding, bool: boolean, count: number): void {
  if (encoding !== "RLE" && encoding !== "RLE_DICTIONARY" && encoding !== "PLAIN_DICTIONARY") return;
  // A stream of bools has its length in four bytes before it, one of places in a dictionary its width in one.
  if (bool) checkRuns(bytes, start + 4, 1, count);
  else checkRuns(bytes, start + 1, bytes[start] ?? 0, count);
}
