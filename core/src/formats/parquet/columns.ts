import type { FileMetaData, SchemaElement, SchemaTree } from "hyparquet";
import { datetimeText, unitOf } from "../../array/datetime.ts";
import type { Cell } from "../../table/cell.ts";
import type { NumberDtype } from "../../table/column.ts";

/** A column of a Parquet file that has one value a row. */
export interface ParquetColumn {
  readonly name: string;
  readonly element: SchemaElement;
  readonly kind: NumberDtype | "text";
  /** What the library gives, as a cell. */
  readonly cell: (value: unknown) => Cell;
}

const decoder = new TextDecoder();
const days = unitOf("datetime64[D]");
const parsedBy = (unit: string) => (count: bigint) => datetimeText(count, unitOf(`datetime64[${unit}]`));

/** Dates and times as ISO 8601 text, exact in any year. */
export const isoParsers = {
  dateFromDays: (count: number) => datetimeText(BigInt(count), days),
  timestampFromMilliseconds: parsedBy("ms"),
  timestampFromMicroseconds: parsedBy("us"),
  timestampFromNanoseconds: parsedBy("ns"),
  jsonFromBytes: (bytes: Uint8Array) => decoder.decode(bytes),
  geometryFromBytes: () => null,
  geographyFromBytes: () => null,
};

/** The columns of the schema that have one value a row, and the names of the others. */
export function columnsOf(schema: SchemaTree): { columns: ParquetColumn[]; nested: string[] } {
  const columns: ParquetColumn[] = [];
  const nested: string[] = [];
  for (const { element, children } of schema.children) {
    if (children.length > 0 || element.repetition_type === "REPEATED") nested.push(element.name);
    else columns.push(columnOf(element));
  }
  return { columns, nested };
}

/** Takes the decimals out of a schema: the library multiplies by a rounded power of ten, so they are read as integers. */
export function withoutDecimals(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element) => {
    if (!isDecimal(element)) return element;
    const { converted_type: _, logical_type: __, ...plain } = element;
    return plain;
  });
  return { ...metadata, schema };
}

function columnOf(element: SchemaElement): ParquetColumn {
  const { name } = element;
  if (isDecimal(element)) {
    const logical = element.logical_type;
    const scale = element.scale ?? (logical?.type === "DECIMAL" ? logical.scale : 0);
    return { name, element, kind: "float64", cell: (value) => decimal(value, scale) };
  }
  return { name, element, kind: kindOf(element), cell: plainCell };
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === "DECIMAL" || logical_type?.type === "DECIMAL";
}

function kindOf({ type, converted_type, logical_type }: SchemaElement): NumberDtype | "text" {
  if (logical_type?.type === "FLOAT16" || type === "FLOAT" || type === "DOUBLE") return "float64";
  if (type !== "INT32" && type !== "INT64") return "text";
  const isDate = converted_type === "DATE" || converted_type?.startsWith("TIMESTAMP") === true;
  if (isDate || logical_type?.type === "DATE" || logical_type?.type === "TIMESTAMP") return "text";
  const isSigned = logical_type?.type === "INTEGER" ? logical_type.isSigned : converted_type !== "UINT_64";
  return type === "INT64" && !isSigned ? "uint64" : "int64";
}

function plainCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return value instanceof Uint8Array ? decoder.decode(value) : JSON.stringify(value);
}

/** An unscaled integer times a power of ten, correctly rounded. */
function decimal(value: unknown, scale: number): Cell {
  if (value === null || value === undefined) return null;
  const digits = value instanceof Uint8Array ? signed(value) : value;
  return Number(`${digits}e${-scale}`);
}

/** Two's complement, the largest byte first. */
function signed(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return bytes.length === 0 ? 0n : BigInt.asIntN(8 * bytes.length, value);
}
