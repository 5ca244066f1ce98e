import type { CutRecords } from "../cut-records.ts";
import { comma, type Dialect, point, space } from "../dialect.ts";
import { cellText, spanOf } from "../records.ts";

const longestNumber = 40;

/**
 * The texts that show how a file writes its numbers, by what a comma means in them; none where no cell has a comma that could
 * mean something in one. Of the numbers with a point and nothing else one stands for all.
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
  const { numbers } = records;
  let pointed = false;
  for (let cell = 0; cell < records.cells; cell++) {
    const start = records.cellStart(cell);
    const end = records.cellEnd(cell);
    if (end - start >= longestNumber) continue;
    if (numbers[cell] === 1) {
      if (pointed || !hasPoint(bytes, start, end)) continue;
      pointed = true;
    } else if (!mayBeNumber(bytes, start, end)) continue;
    yield cellText(bytes, spanOf(records, cell), quote);
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
