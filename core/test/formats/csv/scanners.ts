import { empty } from "../../../src/array/empty.ts";
import type { ByteSource } from "../../../src/formats/byte-source.ts";
import type { Dialect } from "../../../src/formats/csv/dialect.ts";
import { Findings } from "../../../src/formats/csv/findings.ts";
import { KernelScanner, sizesFor, spareFor } from "../../../src/formats/csv/kernel-scanner.ts";
import { usualMissing } from "../../../src/formats/csv/options.ts";
import type { PlannedScan } from "../../../src/formats/csv/plan.ts";
import { ReferenceScanner } from "../../../src/formats/csv/reference-scanner.ts";
import { scanFile } from "../../../src/formats/csv/scan-file.ts";
import { numberColumn, type Scanner, textColumn } from "../../../src/formats/csv/scanner.ts";
import type { Sharing } from "../../../src/formats/csv/sharing.ts";
import { targetsOf } from "../../../src/formats/csv/targets.ts";
import { Task } from "../../../src/formats/csv/task.ts";
import { TextBuilder } from "../../../src/formats/csv/text-builder.ts";
import { Growing } from "../../../src/table/growing.ts";
import { sourceOf } from "./sources.ts";

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
  /** The exact whole numbers of each column that has some too large for float64. */
  readonly large: readonly LargeColumn[];
}

interface LargeColumn {
  readonly column: number;
  readonly count: number;
  readonly aboveSigned: number;
  readonly negative: number;
  readonly beyond: number;
  readonly rows: readonly number[];
  readonly bits: readonly string[];
}

function largeOf({ largeByColumn }: Findings): LargeColumn[] {
  return [...largeByColumn].map(([column, large]) => {
    const { count, aboveSigned, negative, beyond } = large;
    const { rows, bits } = large.pairs();
    const places = Array.from({ length: count }, (_, k) => k);
    return {
      ...{ column, count, aboveSigned, negative, beyond },
      rows: places.map((k) => rows[2 * k] ?? -1),
      bits: places.map((k) => String(bits[2 * k + 1])),
    };
  });
}

function planFor(dialect: Dialect, kinds: readonly number[], window: number, missing = usualMissing): PlannedScan {
  const texts = kinds.map((kind) => (kind === textColumn ? new TextBuilder(1, 1) : null));
  const textCount = kinds.filter((kind) => kind === textColumn).length;
  const blockWidth = kinds.filter((kind) => kind === numberColumn).length;
  const kindBytes = Uint8Array.from(kinds);
  return {
    dialect,
    missing,
    kinds: kindBytes,
    targets: targetsOf(kindBytes),
    numbers: new Growing<Float64Array>("float64", blockWidth, 3, spareFor(sizesFor({ kinds: kindBytes, textCount }, window))),
    blockWidth,
    texts,
    textCount,
    findings: new Findings(kinds.length),
    window,
    rowBytes: 1,
    quotes: false,
  };
}

/** Scans bytes in one go with the kernel or its reference. @param window bytes of the kernel's first window @param missing markers */
export function scanned(
  which: "kernel" | "reference",
  bytes: Uint8Array,
  dialect: Dialect,
  kinds: readonly number[],
  final: boolean,
  window = bytes.length + 1,
  missing = usualMissing,
): Scanned {
  const plan = planFor(dialect, kinds, window, missing);
  const scanner = which === "kernel" ? new KernelScanner(plan, 1, window) : new ReferenceScanner(plan, 1);
  const stop = scanner.scan(bytes, 0, bytes.length, 0, final);
  return broughtBy(plan, scanner.tally, kinds, stop, final);
}

/** Reads a file to its end with one thread, or cut into segments. */
export async function scannedFile(
  bytes: Uint8Array,
  dialect: Dialect,
  kinds: readonly number[],
  sharing?: Sharing,
  asSource = sourceOf,
): Promise<Scanned> {
  return scannedSource(asSource(bytes), dialect, kinds, sharing);
}

/** As `scannedFile`. @param control progress and cancel */
export async function scannedSource(
  source: ByteSource,
  dialect: Dialect,
  kinds: readonly number[],
  sharing?: Sharing,
  control?: Int32Array,
): Promise<Scanned> {
  const sample = await source.read(0, Math.min(20, source.size));
  const plan = { ...planFor(dialect, kinds, source.size + 1), quotes: sample.includes(dialect.quote) };
  const tally = await scanFile(source, 0, plan, 1, new Task(control), sharing);
  return broughtBy(plan, tally, kinds, source.size, true);
}

function broughtBy(
  plan: PlannedScan,
  { row: rows, line, offsets }: Scanner["tally"],
  kinds: readonly number[],
  stop: number,
  final: boolean,
): Scanned {
  const block = plan.blockWidth === 0 ? empty([0], "float64") : plan.numbers.finish([rows, plan.blockWidth]);
  const data = block.data.slice() as Float64Array;
  // A broken column's cells are read again as text: what stands in the block is nothing.
  const broken = new Set(
    kinds.flatMap((kind, k) => (kind === numberColumn && plan.kinds[k] !== kind ? [numbersBefore(kinds, k)] : [])),
  );
  const bits = Array.from(new BigUint64Array(data.buffer), (word, k) =>
    broken.has(k % plan.blockWidth) ? "" : word.toString(16),
  );
  const { missing, shortRows, longRows, badQuotes, blankLines, commentLines, largeNumbers, invalidText } = plan.findings;
  const { missingByColumn, markersByColumn, nans, notNumbers, fractional } = plan.findings;
  return {
    stop,
    rows,
    line,
    offsets,
    kinds: Array.from(plan.kinds),
    numbers: bits,
    texts: plan.texts.map((text) => {
      const column = text?.finish({ name: "", heading: "", index: 0 }, 0);
      return column === undefined ? [] : Array.from({ length: rows }, (_, row) => column.text(row));
    }),
    findings: {
      ...{ missing: missing.places, shortRows, longRows, badQuotes, blankLines, commentLines, largeNumbers, invalidText },
      // What a broken column lacks is found when it is read again as text.
      missingByColumn: Array.from(missingByColumn, (cells, k) => (kinds[k] === plan.kinds[k] ? cells : 0)),
      markersByColumn: Array.from(markersByColumn),
      nans: Array.from(nans),
      notNumbers: Array.from(notNumbers.values(), ({ places }) => places),
      // Before the end the kernel has looked at cells of a record that is not whole yet; it will find the same in them again.
      fractional: final ? Array.from(fractional, (found, column) => (plan.kinds[column] === numberColumn ? found : 0)) : [],
    },
    large: largeOf(plan.findings),
  };
}

/** Columns of numbers before a place. */
function numbersBefore(kinds: readonly number[], column: number): number {
  return kinds.slice(0, column).filter((kind) => kind === numberColumn).length;
}
