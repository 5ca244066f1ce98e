import type { Preview } from "../contract/opening.ts";
import type { Control } from "../contract/worker.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { type CsvPreview, cutRows, previewCsv } from "../formats/csv/index.ts";
import type { TableData } from "../formats/open/data.ts";
import { openData } from "../formats/open/open-data.ts";
import { chosenColumns } from "../table/choose-columns.ts";
import { headOf } from "./head.ts";
import type { Manner } from "./reading.ts";

/** What a dialog has room for. */
const ROWS = 40;
const COLUMNS = 256;

/**
 * What a file would become, from its start. Null where that cannot be told without reading the whole.
 *
 * @throws {ArgscopeError} it cannot be read so, with the reason.
 */
export async function previewOf(source: ByteSource, manner: Manner, control: Control): Promise<Preview | null> {
  const head = await headOf(source, manner.options);
  if (head === null) return null;
  // Which rows are chosen shows in no start of a file; and columns that are left out are there to be chosen again.
  const { rows: _r, columns: _c, exclude: _e, ...options } = manner.options;
  // The very sample that reading decides by; of a packed file its start.
  const sniffed = await previewCsv(head.isPacked ? head.source : source, options);
  const data = await openData(head.source, { ...options, kind: head.kind, control });
  if (data.kind !== "table") return null;
  try {
    const { columns } = data.table;
    // Refuses names that the file does not have.
    chosenColumns(columns, manner.options);
    return {
      ...manner,
      format: data.format,
      decisions: decisionsOf(sniffed),
      columns: columns.map(({ name, dtype, kind }) => ({ name, dtype, isNumber: kind === "number" })),
      rows: await firstTexts(data),
      receipt: data.sentences,
      isWhole: head.isWhole,
      rowCount: head.isPacked && !head.isWhole ? null : sniffed.rowCount,
    };
  } finally {
    data.release();
  }
}

function decisionsOf({ delimiter, quote, encoding, header, numberStyle }: CsvPreview): Preview["decisions"] {
  const decimal = { value: numberStyle.value === "comma" ? "," : ".", reason: numberStyle.reason } as const;
  return { delimiter, quote, encoding, header, decimal };
}

/** The rows as the file has them: what a column became is over it, not in it. */
async function firstTexts({ table, text }: TableData): Promise<string[][]> {
  const [start] = table.rowOffsets;
  const end = table.rowOffsets.at(-1);
  if (text === null || start === undefined || end === undefined) return [];
  const bytes = await text.read(start, end);
  const count = Math.min(ROWS, table.rowCount);
  return cutRows(bytes, table.dialect, 0, count, true).map((cells) => cells.slice(0, COLUMNS));
}
