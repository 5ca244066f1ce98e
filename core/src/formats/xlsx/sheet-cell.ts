import type { CellValue } from "hucre/xlsx";
import type { Cell } from "../../table/cell.ts";
import { exactOf } from "./own-cells.ts";

/** What a spreadsheet shows where a formula has no answer. */
const ERRORS: ReadonlySet<string> = new Set([
  ..."#N/A #DIV/0! #REF! #VALUE! #NAME? #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #BUSY! #UNKNOWN!".split(" "),
]);

/** Excel's days begin with 1900: what lies in the two before, by which way they are counted, is a time of day without a date. */
const FIRST_DAY = Date.UTC(1900, 0, 1);
const FIRST_TIME = Date.UTC(1899, 11, 30);

export function isError(value: CellValue | undefined): boolean {
  return typeof value === "string" && ERRORS.has(value);
}

/** A cell of a worksheet: dates as ISO 8601 text, whole numbers exact, bools as the spreadsheet shows them, errors as nothing. */
export function sheetCell(value: CellValue | undefined): Cell {
  if (value === undefined || value === null || value === "" || isError(value)) return null;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return exactOf(value) ?? value;
  return value instanceof Date ? dateText(value) : value;
}

/** `2026-01-31`, `2026-01-31T12:30:00`, or `12:30:00`; thousandths only where there are some. */
function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const [day = "", rest = ""] = date.toISOString().split("T");
  const time = rest.slice(0, -1).replace(/\.000$/, "");
  if (FIRST_TIME <= date.getTime() && date.getTime() < FIRST_DAY) return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}
