import type { NdArray } from "../array/ndarray.ts";
import type { ExportChoice, Exported, Reduction } from "../contract/worker.ts";
import { answerCsv } from "../export/answer-csv.ts";
import type { Reading } from "./reading.ts";
import type { Sink } from "./sink.ts";

/** Writes an answer block by block; a failure leaves nothing behind. */
export async function exportAnswer(
  reading: Pick<Reading, "array" | "columns" | "labels">,
  reduction: Reduction,
  indices: NdArray,
  choice: ExportChoice,
  sink: Sink,
): Promise<Exported> {
  const [labels] = reading.labels;
  const answer = answerCsv({
    array: reading.array,
    indices,
    reduction,
    columns: reading.columns,
    labels: labels === undefined ? null : { name: labels.name, text: (row) => labels.text(row) },
    guardFormulas: choice.guardFormulas,
  });
  let bytes = 0;
  try {
    for (const block of answer.blocks) {
      bytes += block.length;
      await sink.write(block);
    }
    await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
  return { bytes, rows: answer.rows, guarded: answer.guarded };
}
