import { type AnswerSource, answerColumns } from "@argscope/core/export/answer-columns.ts";
import { answerWinners } from "@argscope/core/export/answer-winners.ts";
import type { Reduction } from "./reduction.ts";
import { type RowFormatName, rowFormat } from "./row-format.ts";

/** A reduction as a table with one row for each lane, line by line: the same columns as the window exports. */
export function* reductionTable(reduction: Reduction, name: RowFormatName): Generator<string> {
  const source = answerSource(reduction);
  const columns = answerColumns(source);
  const format = rowFormat(name);
  yield format.head(columns.map(({ header, kind }) => ({ heading: header, numeric: kind === "number" })));
  for (const winner of answerWinners(source)) yield format.row(columns.map((column) => column.cell(winner)));
}

function answerSource({ operation, axis, keepdims, subject, indices }: Reduction): AnswerSource {
  const { array, labels } = subject;
  const [rows = null, columns = null] = labels;
  const skip = operation.startsWith("nan");
  const plain = operation === "argmin" || operation === "nanargmin" ? "argmin" : "argmax";
  return {
    array,
    indices,
    reduction: { operation: plain, axis, nan: skip ? "skip" : "numpy", keepdims, of: "a" },
    columns: columns === null ? [] : Array.from({ length: array.shape[1] ?? 0 }, (_, column) => columns.text(column)),
    labels: rows === null ? null : { name: rows.name, text: (row) => rows.text(row) },
  };
}
