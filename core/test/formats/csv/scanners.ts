import { empty } from "../../../src/array/empty.ts";
import type { Dialect } from "../../../src/formats/csv/dialect.ts";
import { Findings } from "../../../src/formats/csv/findings.ts";
import { KernelScanner, sizesFor, spareFor } from "../../../src/formats/csv/kernel-scanner.ts";
import { usualMissing } from "../../../src/formats/csv/options.ts";
import { ReferenceScanner } from "../../../src/formats/csv/reference-scanner.ts";
import { numberColumn, type ScanPlan, textColumn } from "../../../src/formats/csv/scanner.ts";
import { TextBuilder } from "../../../src/formats/csv/text-builder.ts";
import { Growing } from "../../../src/table/growing.ts";

/** Everything that a scan brings, in a form that can be compared. */
export interface Scanned {
  readonly stop: number;
  readonly rows: number;
  readonly line: number;
  readonly offsets: readonly number[];
  readonly kinds: readonly number[];
  /** The bits of each number, row after row. */
  readonly numbers: readonly string[];
  readonly texts: readonly (readonly string[])[];
  readonly findings: unknown;
}

function planFor(dialect: Dialect, kinds: readonly number[], window: number): ScanPlan {
  const texts = kinds.map((kind) => (kind === textColumn ? new TextBuilder(1, 1) : null));
  const blockWidth = kinds.filter((kind) => kind === numberColumn).length;
  const kindBytes = Uint8Array.from(kinds);
  let slot = 0;
  return {
    dialect,
    missing: usualMissing,
    kinds: kindBytes,
    slots: Int32Array.from(kinds, (kind) => (kind === numberColumn ? slot++ : -1)),
    numbers: new Growing<Float64Array>("float64", blockWidth, 3, spareFor(sizesFor({ kinds: kindBytes, texts }, window))),
    blockWidth,
    texts,
    findings: new Findings(kinds.length),
  };
}

/** Scans bytes in one go with the kernel or its reference. @param window bytes of the kernel's first window */
export function scanned(
  which: "kernel" | "reference",
  bytes: Uint8Array,
  dialect: Dialect,
  kinds: readonly number[],
  final: boolean,
  window = bytes.length + 1,
): Scanned {
  const plan = planFor(dialect, kinds, window);
  const scanner = which === "kernel" ? new KernelScanner(plan, 1, window) : new ReferenceScanner(plan, 1);
  const stop = scanner.scan(bytes, 0, bytes.length, 0, final);
  const rows = scanner.row;
  const block = plan.blockWidth === 0 ? empty([0], "float64") : plan.numbers.finish([rows, plan.blockWidth]);
  const data = block.data.slice() as Float64Array;
  // A broken column's cells are read again as text: what stands in the block is nothing.
  const broken = new Set(kinds.flatMap((kind, k) => (kind === numberColumn && plan.kinds[k] !== kind ? [plan.slots[k]] : [])));
  const bits = Array.from(new BigUint64Array(data.buffer), (word, k) =>
    broken.has(k % plan.blockWidth) ? "" : word.toString(16),
  );
  const { missing, shortRows, longRows, badQuotes, blankLines, largeNumbers, missingByColumn, markersByColumn, notNumbers } =
    plan.findings;
  return {
    stop,
    rows,
    line: scanner.line,
    offsets: scanner.offsets,
    kinds: Array.from(plan.kinds),
    numbers: bits,
    texts: plan.texts.map((text) => {
      const column = text?.finish({ name: "", heading: "", index: 0 }, 0);
      return column === undefined ? [] : Array.from({ length: rows }, (_, row) => column.text(row));
    }),
    findings: {
      ...{ missing, shortRows, longRows, badQuotes, blankLines, largeNumbers },
      missingByColumn: Array.from(missingByColumn),
      markersByColumn: Array.from(markersByColumn),
      notNumbers: notNumbers.map(({ places }) => places),
    },
  };
}
