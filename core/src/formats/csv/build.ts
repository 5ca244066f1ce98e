import { free } from "../../array/empty.ts";
import { NdArray } from "../../array/ndarray.ts";
import { rowMajorStrides } from "../../array/strides.ts";
import type { Column } from "../../table/column.ts";
import { Growing } from "../../table/growing.ts";
import { Table } from "../../table/table.ts";
import type { ByteSource } from "../byte-source.ts";
import { Findings } from "./findings.ts";
import type { BrokenColumn, Decision, Receipt } from "./receipt.ts";
import { numberColumn, Scanner, type ScanPlan, skipColumn, textColumn } from "./scan.ts";
import type { Sniffed } from "./sniff/index.ts";
import type { Task } from "./task.ts";
import { TextBuilder } from "./text-builder.ts";
import { scanSource } from "./windows.ts";

/** Rows beyond the estimate, as a share: what is never touched costs nothing. */
const margin = 1 / 16;

/**
 * Reads a UTF-8 source into a table as the sample said.
 *
 * A column of numbers that meets a cell which is none is read again as text in a second pass over the source, when the first
 * has found all such columns: nothing of it is lost, and no number's text is kept.
 */
export async function buildTable(source: ByteSource, sniffed: Sniffed, encoding: Decision<string>, task: Task): Promise<Table> {
  const owned: { release(): void }[] = [];
  try {
    return await build(source, sniffed, encoding, task, owned);
  } catch (error) {
    for (const part of owned) part.release();
    throw error;
  }
}

async function build(
  source: ByteSource,
  sniffed: Sniffed,
  encoding: Decision<string>,
  task: Task,
  owned: { release(): void }[],
): Promise<Table> {
  const expected = Math.ceil(((source.size - sniffed.dataStart) / sniffed.rowBytes) * (1 + margin)) + 16;
  const width = sniffed.names.length;
  const wasNumber = sniffed.numeric;
  const blockWidth = wasNumber.filter(Boolean).length;
  const numbers = own(new Growing<Float64Array>("float64", blockWidth, expected));
  let slot = 0;
  const plan: ScanPlan = {
    dialect: sniffed.dialect,
    missing: sniffed.missing,
    kinds: Uint8Array.from(wasNumber, (numeric) => (numeric ? numberColumn : textColumn)),
    slots: Int32Array.from(wasNumber, (numeric) => (numeric ? slot++ : -1)),
    numbers,
    blockWidth,
    texts: wasNumber.map((numeric, k) => (numeric ? null : builder(k))),
    findings: new Findings(width),
  };
  const scanner = await pass(plan);
  const rows = scanner.row;

  // A column without a single number is not one of numbers, whatever its cells lack.
  for (let k = 0; k < width; k++) if (plan.findings.missingByColumn[k] === rows) plan.kinds[k] = skipColumn;
  const again = wasNumber.map((numeric, k) => numeric && plan.kinds[k] === skipColumn);
  const second: ScanPlan = {
    ...plan,
    kinds: Uint8Array.from(again, (text) => (text ? textColumn : skipColumn)),
    numbers: null,
    texts: again.map((text, k) => (text ? builder(k) : null)),
    findings: new Findings(width),
  };
  if (again.includes(true)) await pass(second);

  const kept = wasNumber.map((numeric, k) => numeric && !again[k]);
  const block = narrowed(
    numbers.finish([rows, blockWidth]),
    kept.filter((_, k) => wasNumber[k]),
  );
  owned.push({ release: () => free(block) });
  let blockColumn = 0;
  const columns = sniffed.names.map((name, index): Column => {
    const text = plan.texts[index] ?? second.texts[index];
    if (!text) {
      const missing = plan.findings.missingByColumn[index] as number;
      return { name, dtype: "float64", index, blockColumn: blockColumn++, missing };
    }
    text.missing = (again[index] ? second : plan).findings.missingByColumn[index] as number;
    const column = text.finish(name, index);
    owned.push({ release: () => [column.bytes, column.ends].forEach(free) });
    return column;
  });
  const receipt = receiptOf(columns);
  const rowOffsets = Float64Array.from([...scanner.offsets, source.size]);
  return new Table({
    columns,
    rowCount: rows,
    numbers: block,
    rowOffsets,
    receipt,
    release() {
      for (const part of owned) part.release();
    },
  });

  function own<T extends { release(): void }>(part: T): T {
    owned.push(part);
    return part;
  }
  function builder(column: number): TextBuilder {
    return own(new TextBuilder(expected, Math.ceil(expected * (sniffed.columnBytes[column] as number) * (1 + margin)) + 256));
  }
  async function pass(scan: ScanPlan): Promise<Scanner> {
    const reader = new Scanner(scan, sniffed.dataLine);
    await scanSource(source, sniffed.dataStart, reader, task);
    return reader;
  }
  function receiptOf(columns: readonly Column[]): Receipt {
    const brokenColumns = columns.flatMap((column): BrokenColumn[] => {
      const place = plan.findings.notNumbers[column.index]?.places[0];
      if (place === undefined || column.dtype !== "text") return [];
      return [{ name: column.name, line: place.line, text: column.text(place.row) }];
    });
    const { missing, shortRows, longRows, badQuotes, blankLines } = plan.findings;
    const places = missing.places.filter(({ column }) => kept[column]);
    const count = columns.reduce((sum, column) => sum + (column.dtype === "text" ? 0 : column.missing), 0);
    const textColumns = columns.filter((column) => column.dtype === "text").length;
    return {
      encoding,
      delimiter: sniffed.delimiter,
      header: sniffed.header,
      rows,
      numberColumns: width - textColumns,
      textColumns,
      missing: { count, places },
      shortRows,
      longRows,
      badQuotes,
      blankLines,
      brokenColumns,
    };
  }
}

/** The block without the columns that were none of numbers after all, moved together in place. */
function narrowed(block: NdArray, kept: readonly boolean[]): NdArray {
  const columns = kept.flatMap((keep, k) => (keep ? [k] : []));
  const [rows = 0, width = 0] = block.shape;
  if (columns.length === width) return block;
  const data = block.data as Float64Array;
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (const column of columns) data[to++] = data[row * width + column] as number;
  }
  const shape = [rows, columns.length];
  return new NdArray("float64", shape, rowMajorStrides(shape), 0, data.subarray(0, to));
}
