import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A table of seeded numbers on disk, and what argmin answers on it, known from the making. */
export interface BigTable {
  readonly path: string;
  /** Per column: the row of its smallest number, the first of equals. */
  readonly axis0: readonly number[];
  /** Per row: the column of its smallest number, the first of equals. */
  readonly axis1: Int32Array;
}

/** The rows and columns of the table that the tests share. */
export const bigRows = 1_000_000;
export const bigColumns = 20;

let made: Promise<BigTable> | null = null;

/** A table of 1,000,000 × 20, made once for all tests of a process, which only read it. */
export function bigTable(): Promise<BigTable> {
  made ??= makeShared();
  return made;
}

function makeShared(): Promise<BigTable> {
  const folder = mkdtempSync(join(tmpdir(), "argscope-big-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return writeBigTable(join(folder, "sensors.csv"), bigRows, bigColumns);
}

/** Writes `rows` × `columns` numbers of six decimals below a header. The same call makes the same file. */
export async function writeBigTable(path: string, rows: number, columns: number): Promise<BigTable> {
  const file = createWriteStream(path);
  file.write(`${Array.from({ length: columns }, (_, column) => `sensor ${column}`).join(",")}\n`);
  let state = 12345;
  const best = new Array<number>(columns).fill(Number.POSITIVE_INFINITY);
  const axis0 = new Array<number>(columns).fill(0);
  const axis1 = new Int32Array(rows);
  let lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const cells: string[] = [];
    let smallest = Number.POSITIVE_INFINITY;
    for (let column = 0; column < columns; column++) {
      // Numerical Recipes' linear congruential generator: enough to scatter the winners.
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const text = (state / 4294967296).toFixed(6);
      const value = Number(text);
      if (value < (best[column] ?? 0)) {
        best[column] = value;
        axis0[column] = row;
      }
      if (value < smallest) {
        smallest = value;
        axis1[row] = column;
      }
      cells.push(text);
    }
    lines.push(cells.join(","));
    if (lines.length === 5000 || row === rows - 1) {
      if (!file.write(`${lines.join("\n")}\n`)) await once(file, "drain");
      lines = [];
    }
  }
  file.end();
  await once(file, "finish");
  return { path, axis0, axis1 };
}
