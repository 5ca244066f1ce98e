import { type AnswerColumn, type AnswerSource, answerColumns } from "./answer-columns.ts";
import { answerWinners } from "./answer-winners.ts";
import { csvField, looksLikeFormula } from "./csv-cell.ts";

/** Text that is gathered before it becomes a block, in UTF-16 units: for ASCII a block is 256 KiB and the rest of a line. */
const BLOCK_LENGTH = 256 * 1024;

/** What to write, and whether to guard it. */
export interface AnswerCsvInput extends AnswerSource {
  /** Put an apostrophe before text cells that a spreadsheet would run as a formula. Numbers stay as they are. */
  readonly guardFormulas: boolean;
}

/** A CSV file in the making. The counts are of what `blocks` has given so far, and final when it has ended. */
export interface AnswerCsv {
  /** The file's bytes, in blocks of about 256 KiB; to be walked once. */
  readonly blocks: Iterable<Uint8Array<ArrayBuffer>>;
  /** Lines, the header not counted. */
  readonly rows: number;
  /** Cells that got an apostrophe, the header's among them. */
  readonly guarded: number;
}

/**
 * An answer as a CSV file: UTF-8 without BOM, RFC 4180 (fields quoted where needed, lines end in CR LF), one header line, then
 * one line per lane. Which columns: see `answerColumns`. Nothing is formatted before `blocks` is walked.
 */
export function answerCsv(input: AnswerCsvInput): AnswerCsv {
  const columns = answerColumns(input);
  const counts = { rows: 0, guarded: 0 };

  const textField = (text: string): string => {
    if (!input.guardFormulas || !looksLikeFormula(text)) return csvField(text);
    counts.guarded += 1;
    return csvField(`'${text}`);
  };
  const field = (column: AnswerColumn, content: string) => (column.kind === "text" ? textField(content) : content);

  function* blocks(): Generator<Uint8Array<ArrayBuffer>> {
    const encoder = new TextEncoder();
    let pending = `${columns.map((column) => textField(column.header)).join(",")}\r\n`;
    for (const winner of answerWinners(input)) {
      pending += `${columns.map((column) => field(column, column.cell(winner))).join(",")}\r\n`;
      counts.rows += 1;
      if (pending.length >= BLOCK_LENGTH) {
        yield encoder.encode(pending);
        pending = "";
      }
    }
    if (pending !== "") yield encoder.encode(pending);
  }

  return {
    blocks: blocks(),
    get rows() {
      return counts.rows;
    },
    get guarded() {
      return counts.guarded;
    },
  };
}
