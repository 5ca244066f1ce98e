import { NOT_A_TIME, unitOf } from "../array/datetime.ts";
import { parseTypedDatetime } from "../array/datetime-parse.ts";
import { elementOf } from "../array/element.ts";
import { readScalar } from "../array/scalar.ts";
import type { Condition, Filter } from "../contract/ordering.ts";
import { ValueError } from "../errors.ts";
import { valueText } from "../export/value-text.ts";
import type { Plane } from "../select/plane.ts";
import { type SheetColumn, sheetColumn } from "./column.ts";
import { elementNumber } from "./element-number.ts";

/** Whether a row of the array passes. */
export type RowTest = (row: number) => boolean;

/**
 * What a filter asks of each row.
 *
 * @throws {ValueError} what was typed is no number (or no date) and the column holds such.
 */
export function rowTest(plane: Plane, { column, condition, not }: Filter): RowTest {
  const test = plainTest(sheetColumn(plane, column), condition);
  return not ? (row) => !test(row) : test;
}

function plainTest(column: SheetColumn, condition: Condition): RowTest {
  switch (condition.kind) {
    case "contains": {
      const part = condition.text.toLowerCase();
      const text = textReader(column);
      return (row) => text(row).toLowerCase().includes(part);
    }
    case "equals": {
      const whole = condition.text.toLowerCase();
      const text = textReader(column);
      return (row) => text(row).toLowerCase() === whole;
    }
    case "missing":
      return missingTest(column);
    case "compare":
      return numberTest(column, [[condition.operator, condition.value]]);
    case "between":
      return numberTest(column, [
        [">=", condition.low],
        ["<=", condition.high],
      ]);
  }
}

function textReader(column: SheetColumn): (row: number) => string {
  if (column.kind === "text") return column.text;
  const { array, start, stride } = column;
  return (row) => valueText(array.dtype, array.data, start + row * stride);
}

function missingTest(column: SheetColumn): RowTest {
  if (column.kind === "text") return (row) => column.text(row) === "";
  const { array, start, stride } = column;
  const { kind } = elementOf(array.dtype);
  if (kind === "datetime" || kind === "timedelta") return (row) => array.data[start + row * stride] === NOT_A_TIME;
  if (array.data instanceof BigInt64Array || array.data instanceof BigUint64Array) return () => false;
  if (kind === "str" || kind === "bytes") return (row) => valueText(array.dtype, array.data, start + row * stride) === "";
  const parts = kind === "complex" ? [elementNumber(array, "re"), elementNumber(array, "im")] : [elementNumber(array)];
  return (row) => parts.some((read) => Number.isNaN(read(start + row * stride)));
}

type Operator = Extract<Condition, { kind: "compare" }>["operator"];

/** All of the comparisons hold. NaN and NaT compare with nothing. */
function numberTest(column: SheetColumn, comparisons: readonly (readonly [Operator, string])[]): RowTest {
  const { read, parse } = numbersOf(column);
  const tests = comparisons.map(([operator, typed]) => [operator, parse(typed)] as const);
  return (row) => {
    const value = read(row);
    return value !== null && tests.every(([operator, limit]) => holds(operator, value, limit));
  };
}

interface Numbers {
  /** Null: no number. */
  readonly read: (row: number) => number | bigint | null;
  readonly parse: (typed: string) => number | bigint;
}

function numbersOf(column: SheetColumn): Numbers {
  if (column.kind === "text") return { read: (row) => wordNumber(column.text(row)), parse: typedNumber };
  const { array, start, stride } = column;
  const { dtype, data } = array;
  const { kind } = elementOf(dtype);
  if (kind === "datetime" || kind === "timedelta") {
    const counts = data as BigInt64Array;
    const read = (row: number): bigint | null => {
      const count = counts[start + row * stride] as bigint;
      return count === NOT_A_TIME ? null : count;
    };
    return { read, parse: kind === "datetime" ? (typed) => parseTypedDatetime(typed.trim(), unitOf(dtype)) : typedNumber };
  }
  if (kind === "str" || kind === "bytes") {
    return { read: (row) => wordNumber(String(readScalar(dtype, data, start + row * stride))), parse: typedNumber };
  }
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    return { read: (row) => data[start + row * stride] as bigint, parse: typedNumber };
  }
  const element = elementNumber(array);
  return { read: (row) => element(start + row * stride), parse: typedNumber };
}

function wordNumber(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

/** A number as it was typed; a whole one beyond 2^53 to its last digit. */
function typedNumber(typed: string): number | bigint {
  const text = typed.trim().replaceAll("_", "");
  const infinity = /^([+-]?)inf(?:inity)?$/iu.exec(text);
  if (infinity !== null) return infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = Number(text);
  if (text === "" || Number.isNaN(value)) throw new ValueError(`"${typed}" is not a number.`);
  return /^[+-]?\d+$/u.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

/** NaN holds in none of them. */
function holds(operator: Operator, a: number | bigint, b: number | bigint): boolean {
  switch (operator) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "=":
      return a >= b && a <= b;
    case ">=":
      return a >= b;
    case ">":
      return a > b;
  }
}
