import { CellReader } from "../cell.ts";
import type { SampleRecord } from "./records.ts";

export interface HeaderGuess {
  /** Header lines: 0 or 1. */
  readonly lines: number;
  readonly reason: string;
}

/** Whether the first record names the columns: it holds words where the rows below hold numbers. */
export function sniffHeader(sample: Uint8Array, records: readonly SampleRecord[], missing: readonly string[]): HeaderGuess {
  const [head, ...rows] = records;
  if (head === undefined || rows.length === 0) return { lines: 0, reason: "it has one row only" };
  const reader = new CellReader(missing);
  const kind = (record: SampleRecord, column: number): string => {
    const cell = record.cells[column];
    return cell === undefined ? "missing" : reader.read(sample, cell.start, cell.end);
  };
  let numbersInHead = 0;
  for (let column = 0; column < head.cells.length; column++) {
    const first = kind(head, column);
    if (first === "number") numbersInHead++;
    if (first !== "other") continue;
    const below = rows.map((row) => kind(row, column)).filter((found) => found !== "missing");
    if (below.length > 0 && below.every((found) => found === "number")) {
      return { lines: 1, reason: `the first row has a word in column ${column + 1}, and the rows below have numbers there` };
    }
  }
  if (numbersInHead > 0) return { lines: 0, reason: "the first row has numbers like the rows below" };
  return { lines: 1, reason: "the first row is all words" };
}
