import { free } from "../../array/empty.ts";
import { judgeLabels } from "../../table/judge-labels.ts";
import { keepColumns } from "../../table/keep-columns.ts";
import { Table } from "../../table/table.ts";
import type { TextColumn } from "../../table/text-column.ts";
import { type ByteSource, partOf } from "../byte-source.ts";
import { typedNumbers } from "./column-dtypes.ts";
import { columnFate, fatesOf, keptNumbers } from "./fates.ts";
import { Holdings } from "./holdings.ts";
import { NumberPlaces } from "./number-places.ts";
import { type PlannedScan, planScan } from "./plan.ts";
import { columnsOf } from "./read-columns.ts";
import { receiptOf } from "./receipt-of.ts";
import { Reconsider } from "./reconsider.ts";
import { scanFile } from "./scan-file.ts";
import type { ScanTally } from "./scan-tally.ts";
import { skipColumn, textColumn } from "./scanner.ts";
import type { EncodingGuess } from "./sniff/encoding.ts";
import { findTableEnd } from "./sniff/footnotes.ts";
import type { Sniffed } from "./sniff/index.ts";
import { StrictTask } from "./strict.ts";
import { SurpriseTask } from "./surprise.ts";
import type { Task } from "./task.ts";
import { TextBuilder } from "./text-builder.ts";

/**
 * Reads a UTF-8 source into a table as the sample said.
 *
 * A column of numbers that meets a cell which is none is read again as text in a second pass over the source, when the first
 * has found all such columns: nothing of it is lost, and no number's text is kept.
 *
 * @param strict the first fault of the file ends the reading
 */
export async function buildTable(
  file: ByteSource,
  sniffed: Sniffed,
  encoding: EncodingGuess,
  task: Task,
  strict = false,
): Promise<Table> {
  const { end, footnoteLines } = await findTableEnd(file, sniffed);
  const source = partOf(file, end);
  const holdings = new Holdings();
  try {
    const first = await scan(sniffed.kinds.slice());
    const rows = first.tally.row;
    const { findings } = first.plan;
    const fates = fatesOf(sniffed, first.plan, rows);
    const isAgain = fates.includes(columnFate.rereadText);
    const second = isAgain
      ? await scan(fates.map((fate) => (fate === columnFate.rereadText ? textColumn : skipColumn)))
      : first;

    const block = first.plan.numbers.finish([rows, first.plan.blockWidth]);
    const kept = keptNumbers(sniffed.kinds, fates);
    const numbers = kept === null ? block : keepColumns(block, kept);
    holdings.own({ release: () => free(numbers) });
    const places = new NumberPlaces(fates);
    const texts = places.length === fates.length ? [] : textsOf(fates, rows, first.plan, second.plan);
    if (encoding.open && (findings.invalidText || second.plan.findings.invalidText)) {
      throw new Reconsider({ encoding: "windows-1252", why: "text far down is not valid UTF-8" });
    }
    if (second !== first) second.plan.numbers.release();
    const typed = typedNumbers(places, numbers, findings);
    findings.release();
    const { labels, notes } = judgeLabels(texts, sniffed.labelRules);
    const { dtypes, exact } = typed;
    const columns = { names: sniffed.names, places, dtypes, exact, missing: findings.missingByColumn, labels };
    return new Table({
      columns: () => columnsOf(columns),
      labels,
      headings: () => sniffed.names.headings,
      rowCount: rows,
      numbers: typed.numbers,
      rowOffsets: Float64Array.from([...first.tally.offsets, source.size]),
      dialect: sniffed.dialect,
      receipt: receiptOf({ sniffed, encoding, columns, typed, rows, footnoteLines, findings, notes }),
      release: () => holdings.release(),
    });
  } catch (error) {
    holdings.release();
    throw error;
  }

  async function scan(kinds: Uint8Array): Promise<{ plan: PlannedScan; tally: ScanTally }> {
    const plan = planScan(sniffed, kinds, source.size - sniffed.dataStart, holdings);
    return { plan, tally: await scanFile(source, sniffed.dataStart, plan, sniffed.dataLine, watched(plan)) };
  }

  function watched({ findings }: PlannedScan): Task {
    if (strict) return new StrictTask(task, findings, sniffed, file.name);
    return sniffed.isCut ? new SurpriseTask(task, findings) : task;
  }

  /** The columns of text, in file order. */
  function textsOf(fates: Uint8Array, rows: number, first: PlannedScan, second: PlannedScan): TextColumn[] {
    const columns: TextColumn[] = [];
    for (let index = 0; index < fates.length; index++) {
      const fate = fates[index];
      if (fate === columnFate.skipped || fate === columnFate.number) continue;
      const { texts, findings } = fate === columnFate.rereadText ? second : first;
      const builder = fate === columnFate.emptyText ? emptyTexts(rows) : texts[index];
      const name = sniffed.names.all[index];
      if (!builder || name === undefined) continue;
      const column = builder.finish({ ...name, index }, findings.missingByColumn[index] as number);
      columns.push(column);
      holdings.own({
        release() {
          free(column.bytes);
          free(column.ends);
        },
      });
    }
    return columns;
  }

  function emptyTexts(rows: number): TextBuilder {
    const texts = holdings.own(new TextBuilder(rows, 1));
    texts.appendEmpty(rows);
    return texts;
  }
}
