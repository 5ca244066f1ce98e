import type { CutRecords } from "../cut-records.ts";
import { comma, type Dialect, point, space } from "../dialect.ts";
import { cellText, spanOf } from "../records.ts";
import { numberCell } from "./sample.ts";

const longestNumber = 40;

/**
 * The texts that show how a file writes its numbers, by what a comma means in them; none where no cell has a comma that could
 * mean something in one. What is a number as it is has none.
 *
 * @param quotes the sample has quotes
 */
export function* numberTexts(
  bytes: Uint8Array,
  records: CutRecords,
  { delimiter, quote }: Dialect,
  quotes: boolean,
): Generator<string> {
  // Where the comma parts cells and nothing is quoted, none is in a cell.
  if ((delimiter === comma && !quotes) || !holdCommas(bytes, records)) return;
  for (let cell = 0; cell < records.cells; cell++) {
    const start = records.cellStart(cell);
    const end = records.cellEnd(cell);
    if (end - start >= longestNumber) continue;
    if (records.numbers[cell] !== numberCell && mayBeNumber(bytes, start, end)) {
      yield cellText(bytes, spanOf(records, cell), quote);
    }
  }
}

/** The numbers with a point. */
export function* pointedTexts(bytes: Uint8Array, records: CutRecords, { quote }: Dialect): Generator<string> {
  for (let cell = 0; cell < records.cells; cell++) {
    if (records.numbers[cell] !== numberCell) continue;
    if (hasPoint(bytes, records.cellStart(cell), records.cellEnd(cell))) yield cellText(bytes, spanOf(records, cell), quote);
  }
}

function holdCommas(bytes: Uint8Array, records: CutRecords): boolean {
  let next = bytes.indexOf(comma);
  for (let cell = 0; cell < records.cells && next >= 0; cell++) {
    if (next < records.cellStart(cell)) next = bytes.indexOf(comma, records.cellStart(cell));
    if (next >= 0 && next < records.cellEnd(cell)) return true;
  }
  return false;
}

function hasPoint(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === point) return true;
  return false;
}

/** Behind its blanks the cell begins with a digit, a sign, a comma, a point, or what is not ASCII and may be a blank. */
function mayBeNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (bytes[at] as number) <= space) at++;
  const byte = at < end ? (bytes[at] as number) : space;
  return (byte >= 43 && byte <= 57 && byte !== 47) || byte >= 0x80;
}
