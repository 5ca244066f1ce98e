import { Growing } from "../../table/growing.ts";
import { plainDialect } from "./dialect.ts";
import { Findings } from "./findings.ts";
import { KernelCutter } from "./kernel-cutter.ts";
import { KernelScanner, sizesFor, spareFor } from "./kernel-scanner.ts";
import { numberColumn, type ScanPlan } from "./scanner.ts";
import { targetsOf } from "./targets.ts";

const columns = 10;
const rows = 300;

let isWarm = false;

/**
 * Lets the kernels read rows that were made up: the engine puts faster code in place of what has run for a while, and compiles it
 * beside what else goes on. When a file's own rows are read, it is there.
 */
export function warmScanner(): void {
  if (isWarm) return;
  isWarm = true;
  const row = `${Array.from({ length: columns }, (_, k) => `0.${k}234567890123456`).join(",")}\n`;
  const bytes = new TextEncoder().encode(row.repeat(rows));
  const cutter = new KernelCutter(bytes, rows);
  cutter.cut(0, plainDialect, rows, true);
  cutter.release();
  const kinds = new Uint8Array(columns).fill(numberColumn);
  const spare = spareFor(sizesFor({ kinds, textCount: 0 }, bytes.length));
  const numbers = new Growing<Float64Array>("float64", columns, rows, spare);
  const plan: ScanPlan = {
    dialect: plainDialect,
    missing: [],
    kinds,
    targets: targetsOf(kinds),
    numbers,
    blockWidth: columns,
    texts: [],
    textCount: 0,
    findings: new Findings(columns),
  };
  new KernelScanner(plan, 1, bytes.length).scan(bytes, 0, bytes.length, 0, true);
  numbers.release();
}
