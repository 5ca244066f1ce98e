import { expect } from "vitest";
import type { ByteSource } from "../../../src/formats/byte-source.ts";
import type { ArrayData, ChoiceData, Data, TableData } from "../../../src/formats/open/data.ts";

/** A file in memory. */
export function fileOf(content: string | Uint8Array, name = "data.bin"): ByteSource {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async read(start, end) {
      if (start < 0 || end > bytes.length || start > end) throw new RangeError(`read of ${start} to ${end} of ${bytes.length}`);
      return bytes.slice(start, end);
    },
    close() {},
  };
}

export function asArray(data: Data): ArrayData {
  expect(data.kind).toBe("array");
  return data as ArrayData;
}

export function asTable(data: Data): TableData {
  expect(data.kind).toBe("table");
  return data as TableData;
}

export function asChoice(data: Data): ChoiceData {
  expect(data.kind).toBe("choice");
  return data as ChoiceData;
}

/** A table as columns of plain values, in file order: numbers, bigints where number is too small, or text. */
export function columnsOf({ table }: TableData): Record<string, (number | bigint | string)[]> {
  return Object.fromEntries(
    table.columns.map((column) => {
      const cells = Array.from({ length: table.rowCount }, (_, row) =>
        column.kind === "label" ? column.text(row) : plain(table.block([column.name]).item(row, 0) as number | bigint),
      );
      return [column.name, cells];
    }),
  );
}

function plain(value: number | bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
