import type { FileMetaData, SchemaElement, SchemaTree } from "hyparquet";
import { datetimeText, unitOf } from "../../array/datetime.ts";
import type { Cell } from "../../table/cell.ts";
import type { NumberDtype } from "../../table/column.ts";
import { intervalText, timeOfDay } from "./time-texts.ts";

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

/**
 * A schema in which the values that are understood here are plain integers and bytes. The library multiplies decimals by a
 * rounded power of ten, leaves times of day as they are, and refuses a whole file for an interval or a BSON in it.
 */
export function withOwnTypes(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element) => {
    const { converted_type, logical_type, ...plain } = element;
    return isDecimal(element) || timeUnit(element) !== null || isBytes(converted_type) ? plain : element;
  });
  return { ...metadata, schema };
}

function columnOf(element: SchemaElement): ParquetColumn {
  const { name, converted_type, logical_type } = element;
  if (isDecimal(element)) {
    const scale = element.scale ?? (logical_type?.type === "DECIMAL" ? logical_type.scale : 0);
    return { name, element, kind: "float64", cell: (value) => decimal(value, scale) };
  }
  const unit = timeUnit(element);
  if (unit !== null) {
    const cell = (value: unknown): Cell => (isInteger(value) ? timeOfDay(BigInt(value), unit) : null);
    return { name, element, kind: "text", cell };
  }
  if (converted_type === "INTERVAL") {
    const cell = (value: unknown): Cell => (value instanceof Uint8Array && value.length === 12 ? intervalText(value) : null);
    return { name, element, kind: "text", cell };
  }
  return { name, element, kind: kindOf(element), cell: plainCell };
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === "DECIMAL" || logical_type?.type === "DECIMAL";
}

function isBytes(converted: SchemaElement["converted_type"]): boolean {
  return converted === "INTERVAL" || converted === "BSON";
}

const UNITS = { MILLIS: "ms", MICROS: "us", NANOS: "ns" } as const;

/** What a time of day counts in; null where the column holds none. */
function timeUnit({ converted_type, logical_type }: SchemaElement): string | null {
  if (logical_type?.type === "TIME") return UNITS[logical_type.unit];
  return converted_type === "TIME_MILLIS" ? "ms" : converted_type === "TIME_MICROS" ? "us" : null;
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
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
