import { carriageReturn, type Dialect, lineFeed } from "../dialect.ts";

/** One cell of a sample: where its text is, and whether it stood in quotes. */
export interface SampleCell {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface SampleRecord {
  readonly line: number;
  readonly start: number;
  readonly cells: readonly SampleCell[];
}

/** The first whole records of a sample, blank lines left out. @param final the sample ends the file */
export function sampleRecords(
  bytes: Uint8Array,
  from: number,
  dialect: Dialect,
  limit: number,
  final: boolean,
): SampleRecord[] {
  const records: SampleRecord[] = [];
  const { delimiter, quote } = dialect;
  const ends = (byte: number | undefined): boolean => byte === delimiter || byte === lineFeed || byte === carriageReturn;
  let at = from;
  let line = 1;
  while (at < bytes.length && records.length < limit) {
    const start = at;
    const cells: SampleCell[] = [];
    let lines = 1;
    for (;;) {
      const open = at;
      let quoted = false;
      if (bytes[at] === quote) {
        for (at++; at < bytes.length; at++) {
          if (bytes[at] === lineFeed) lines++;
          if (bytes[at] !== quote) continue;
          if (bytes[at + 1] !== quote) break;
          at++;
        }
        at++;
        quoted = at >= bytes.length ? bytes[bytes.length - 1] === quote && at === bytes.length : ends(bytes[at]);
      }
      while (at < bytes.length && !ends(bytes[at])) at++;
      at = Math.min(at, bytes.length);
      cells.push(quoted ? { start: open + 1, end: at - 1, quoted } : { start: open, end: at, quoted });
      if (bytes[at] !== delimiter || at >= bytes.length) break;
      at++;
    }
    if (at >= bytes.length && !final) break;
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) at++;
    at++;
    const [first] = cells;
    const blank = cells.length === 1 && first !== undefined && first.start === first.end && !first.quoted;
    if (!blank) records.push({ line, start, cells });
    line += lines;
  }
  return records;
}
