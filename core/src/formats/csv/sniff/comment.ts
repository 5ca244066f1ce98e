import type { CutRecords } from "../cut-records.ts";
import { type Dialect, noByte, plainDialect, space } from "../dialect.ts";
import { cutRecords } from "../record-cutter.ts";
import { cellText, spanOf } from "../records.ts";

const hash = 35;
/** Lines that are looked at for rows which only look like comments. */
const fewLines = 50;

/**
 * `#` begins a comment where the first line starts with it, and more than one does or a blank follows. Colours and numbers of
 * things begin with it too: where such a line has a number behind a separator that other lines have as often, it is a row.
 */
export function sniffComment(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== hash) return noByte;
  const lines = linesOf(bytes, from);
  const marked = lines.filter((line) => line.startsWith("#"));
  if (marked.length === lines.length) return noByte;
  const isPlain = lines[1]?.startsWith("#") || bytes[from + 1] === space;
  const other = lines.find((line) => !line.startsWith("#")) ?? "";
  return isPlain && !marked.some((line) => isRowLike(line, other)) ? hash : noByte;
}

function linesOf(bytes: Uint8Array, from: number): string[] {
  const cut = cutRecords(bytes, from, { ...plainDialect, delimiter: noByte, quote: noByte }, fewLines, true);
  return Array.from({ length: cut.count }, (_, row) => cellText(bytes, spanOf(cut, cut.firstCell(row)), noByte));
}

function isRowLike(line: string, other: string): boolean {
  if (/^#+\s/.test(line)) return false;
  return [",", ";", "\t", "|"].some((separator) => {
    const [, ...cells] = line.split(separator);
    const isAsWide = cells.length > 0 && cells.length + 1 === other.split(separator).length;
    return isAsWide && cells.some((cell) => /^\s*[+-]?\d[\d.]*\s*$/.test(cell));
  });
}

/**
 * The line of comment right above the first record, cut into names; `null` where it does not name every column by a word.
 * `np.savetxt` writes a header so.
 */
export function namesInComment(
  bytes: Uint8Array,
  from: number,
  records: CutRecords,
  dialect: Dialect,
  width: number,
): CutRecords | null {
  const first = records.start(0);
  let start = first;
  while (start > from && isLineEnd(bytes[start - 1] as number)) start--;
  const end = start;
  while (start > from && !isLineEnd(bytes[start - 1] as number)) start--;
  if (bytes[start] !== dialect.comment) return null;
  while (start < end && bytes[start] === dialect.comment) start++;
  while (start < end && bytes[start] === space) start++;
  const names = cutRecords(bytes.subarray(0, end), start, { ...dialect, comment: noByte }, 1, true);
  if (names.count === 0 || names.width(0) !== width) return null;
  const texts = Array.from({ length: width }, (_, column) => {
    return cellText(bytes, spanOf(names, names.firstCell(0) + column), dialect.quote).trim();
  });
  const areNames = new Set(texts).size === width && texts.every((text) => /[^\d\s.,+-]/.test(text));
  return areNames ? names : null;
}

/** The one line of comment is as wide as the rows with its mark: that is the name of a column. */
export function marksColumn(bytes: Uint8Array, from: number, records: CutRecords, dialect: Dialect, width: number): boolean {
  if (width === 1 || records.line(0) !== 2) return false;
  return cutRecords(bytes, from, { ...dialect, comment: noByte }, 1, true).width(0) === width;
}

const isLineEnd = (byte: number): boolean => byte === 10 || byte === 13;
