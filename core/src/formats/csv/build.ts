import { free } from "../../array/empty.ts";
import type { Column } from "../../table/column.ts";
import { keepColumns } from "../../table/keep-columns.ts";
import { Table } from "../../table/table.ts";
import type { ByteSource } from "../byte-source.ts";
import { Holdings } from "./holdings.ts";
import { KernelScanner } from "./kernel-scanner.ts";
import { type PlannedScan, planScan } from "./plan.ts";
import { receiptOf } from "./receipt-of.ts";
import { Reconsider } from "./reconsider.ts";
import { numberColumn, type Scanner, skipColumn, textColumn } from "./scanner.ts";
import type { EncodingGuess } from "./sniff/encoding.ts";
import { findTableEnd } from "./sniff/footnotes.ts";
import type { Sniffed } from "./sniff/index.ts";
import type { Task } from "./task.ts";
import { TextBuilder } from "./text-builder.ts";
import { isValidText } from "./valid-text.ts";
import { scanSource } from "./windows.ts";

/**
 * Reads a UTF-8 source into a table as the sample said.
 *
 * A column of numbers that meets a cell which is none is read again as text in a second pass over the source, when the first
 * has found all such columns: nothing of it is lost, and no number's text is kept.
 */
export async function buildTable(file: ByteSource, sniffed: Sniffed, encoding: EncodingGuess, task: Task): Promise<Table> {
  const { end, footnoteLines } = await findTableEnd(file, sniffed);
  const source: ByteSource = { name: file.name, size: end, read: (from, to) => file.read(from, to), close() {} };
  const holdings = new Holdings();
  let rows = 0;
  try {
    const first = await scan(Uint8Array.from(sniffed.numeric, (numeric) => (numeric ? numberColumn : textColumn)));
    rows = first.scanner.row;
    const again = sniffed.numeric.map((numeric, k) => {
      // A column without a single number is not one of numbers, whatever its cells lack.
      return numeric && (first.plan.kinds[k] === skipColumn || first.plan.findings.missingByColumn[k] === rows);
    });
    // What is all empty is known without its text.
    const isEmpty = again.map((text, k) => {
      return text && first.plan.findings.missingByColumn[k] === rows && first.plan.findings.markersByColumn[k] === 0;
    });
    const reread = again.map((text, k) => text && !isEmpty[k]);
    const second = reread.includes(true)
      ? await scan(Uint8Array.from(reread, (text) => (text ? textColumn : skipColumn)))
      : first;

    const kept = sniffed.numeric.flatMap((numeric, k) => (numeric ? [again[k] === false] : []));
    const numbers = keepColumns(first.plan.numbers.finish([rows, kept.length]), kept);
    holdings.own({ release: () => free(numbers) });
    let blockColumn = 0;
    const columns = sniffed.names.map(({ name, heading }, index): Column => {
      const { plan } = reread[index] ? second : first;
      const missing = plan.findings.missingByColumn[index] as number;
      const column = (isEmpty[index] ? emptyTexts() : plan.texts[index])?.finish({ name, heading, index }, missing);
      if (column === undefined) return { name, heading, dtype: "float64", index, blockColumn: blockColumn++, missing };
      holdings.own({
        release() {
          free(column.bytes);
          free(column.ends);
        },
      });
      return column;
    });
    if (encoding.open && !columns.every((column) => column.dtype !== "text" || isValidText(column))) {
      throw new Reconsider("windows-1252", "text far down is not valid UTF-8");
    }
    if (second !== first) second.plan.numbers.release();
    return new Table({
      columns,
      headings: sniffed.headings,
      rowCount: rows,
      numbers,
      rowOffsets: Float64Array.from([...first.scanner.offsets, source.size]),
      dialect: sniffed.dialect,
      receipt: receiptOf(sniffed, encoding, columns, rows, footnoteLines, first.plan.findings),
      release: () => holdings.release(),
    });
  } catch (error) {
    holdings.release();
    throw error;
  }

  function emptyTexts(): TextBuilder {
    const texts = holdings.own(new TextBuilder(rows, 1));
    texts.appendEmpty(rows);
    return texts;
  }

  async function scan(kinds: Uint8Array): Promise<{ plan: PlannedScan; scanner: Scanner }> {
    const plan = planScan(sniffed, kinds, source.size - sniffed.dataStart, holdings);
    const scanner = new KernelScanner(plan, sniffed.dataLine, plan.window);
    await scanSource(source, sniffed.dataStart, sniffed.dialect, scanner, task);
    return { plan, scanner };
  }
}
