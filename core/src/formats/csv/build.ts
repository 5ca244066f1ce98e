import { free } from "../../array/empty.ts";
import type { Column } from "../../table/column.ts";
import { judgeLabels } from "../../table/judge-labels.ts";
import { keepColumns } from "../../table/keep-columns.ts";
import { Table } from "../../table/table.ts";
import { type ByteSource, partOf } from "../byte-source.ts";
import { withDtypes } from "./column-dtypes.ts";
import { Holdings } from "./holdings.ts";
import { type PlannedScan, planScan } from "./plan.ts";
import { receiptOf } from "./receipt-of.ts";
import { Reconsider } from "./reconsider.ts";
import { scanFile } from "./scan-file.ts";
import type { ScanTally } from "./scan-tally.ts";
import { numberColumn, skipColumn, textColumn } from "./scanner.ts";
import type { EncodingGuess } from "./sniff/encoding.ts";
import { findTableEnd } from "./sniff/footnotes.ts";
import type { Sniffed } from "./sniff/index.ts";
import type { Task } from "./task.ts";
import { TextBuilder } from "./text-builder.ts";

/**
 * Reads a UTF-8 source into a table as the sample said.
 *
 * A column of numbers that meets a cell which is none is read again as text in a second pass over the source, when the first
 * has found all such columns: nothing of it is lost, and no number's text is kept.
 */
export async function buildTable(file: ByteSource, sniffed: Sniffed, encoding: EncodingGuess, task: Task): Promise<Table> {
  const { end, footnoteLines } = await findTableEnd(file, sniffed);
  const source = partOf(file, end);
  const holdings = new Holdings();
  let rows = 0;
  try {
    const first = await scan(Uint8Array.from(sniffed.kinds));
    rows = first.tally.row;
    const again = Array.from(sniffed.kinds, (kind, k) => {
      // A column without a single number is not one of numbers, whatever its cells lack; rows that were chosen may be its gap.
      const isBare = first.plan.findings.missingByColumn[k] === rows && !(sniffed.rowRange !== null && sniffed.numbered[k]);
      return kind === numberColumn && (first.plan.kinds[k] === skipColumn || isBare);
    });
    // What is all empty is known without its text.
    const isEmpty = again.map((text, k) => {
      return text && first.plan.findings.missingByColumn[k] === rows && first.plan.findings.markersByColumn[k] === 0;
    });
    const reread = again.map((text, k) => text && !isEmpty[k]);
    const second = reread.includes(true)
      ? await scan(Uint8Array.from(reread, (text) => (text ? textColumn : skipColumn)))
      : first;

    const kept = again.filter((_, k) => sniffed.kinds[k] === numberColumn).map((text) => !text);
    const numbers = keepColumns(first.plan.numbers.finish([rows, kept.length]), kept);
    holdings.own({ release: () => free(numbers) });
    let blockColumn = 0;
    const columns = sniffed.names.flatMap(({ name, heading }, index): Column[] => {
      if (sniffed.kinds[index] === skipColumn) return [];
      const { plan } = reread[index] ? second : first;
      const missing = plan.findings.missingByColumn[index] as number;
      const column = (isEmpty[index] ? emptyTexts() : plan.texts[index])?.finish({ name, heading, index }, missing);
      if (column === undefined) {
        return [{ kind: "number", name, heading, dtype: "float64", index, blockColumn: blockColumn++, missing, exact: null }];
      }
      holdings.own({
        release() {
          free(column.bytes);
          free(column.ends);
        },
      });
      return [column];
    });
    if (encoding.open && (first.plan.findings.invalidText || second.plan.findings.invalidText)) {
      throw new Reconsider("windows-1252", "text far down is not valid UTF-8");
    }
    if (second !== first) second.plan.numbers.release();
    const typed = withDtypes(columns, numbers, first.plan.findings);
    const { findings } = first.plan;
    findings.release();
    const { columns: judged, notes: labels } = judgeLabels(typed.columns, sniffed.labelRules);
    return new Table({
      columns: judged,
      headings: sniffed.headings,
      rowCount: rows,
      numbers: typed.numbers,
      rowOffsets: Float64Array.from([...first.tally.offsets, source.size]),
      dialect: sniffed.dialect,
      receipt: receiptOf({ sniffed, encoding, columns: judged, rows, footnoteLines, findings, rounded: typed.rounded, labels }),
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

  async function scan(kinds: Uint8Array): Promise<{ plan: PlannedScan; tally: ScanTally }> {
    const plan = planScan(sniffed, kinds, source.size - sniffed.dataStart, holdings);
    return { plan, tally: await scanFile(source, sniffed.dataStart, plan, sniffed.dataLine, task) };
  }
}
