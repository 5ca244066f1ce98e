import type { TextColumn } from "../../table/text-column.ts";
import { AbsentWords } from "./absent-words.ts";
import { CellReader } from "./cell.ts";
import { comma, noByte, point, space } from "./dialect.ts";
import { type NumberForm, numberForms } from "./number-forms.ts";
import type { CsvOptions } from "./options.ts";
import type { Sniffed } from "./sniff/index.ts";

/** Columns of text whose cells options read as numbers. */
export interface NumberHint {
  /** What the cells are, beside plain numbers. */
  readonly form: NumberForm | "decimal" | "thousands" | "missing";
  /** The options that read them so. */
  readonly choose: Pick<CsvOptions, "numbers" | "decimal" | "thousands" | "missing">;
  readonly names: readonly string[];
  /** The first such cell: its row in the first of the columns, from 0, and its text. */
  readonly row: number;
  readonly text: string;
}

/** Columns, and rows of each, that are looked at: what is written so is so from the beginning. */
const columnsSeen = 1000;
const rowsSeen = 1000;
/** Bytes of a cell. No number that `CellReader` reads in one of the forms is longer. */
const longestCell = 40;
const apostrophe = 39;

/** A way to read cells as numbers. */
interface Way extends Pick<NumberHint, "form" | "choose"> {
  readonly reader: CellReader;
}

/**
 * The columns of text that are numbers but for how they are written, by how that is.
 *
 * @param fractional for each column of the file 1 where it has numbers that are not whole
 */
export function numberHintsOf(labels: readonly TextColumn[], sniffed: Sniffed, fractional: Uint8Array): NumberHint[] {
  const plain = new CellReader(sniffed.missing, sniffed.dialect);
  const absent = new AbsentWords(plain);
  // Most files have nothing of the sort.
  let ways: readonly Way[] | null = null;
  const found = new Map<Way, { names: string[]; row: number; text: string }>();
  for (const column of labels.slice(0, columnsSeen)) {
    if (column.dtype !== "text" || column.name === sniffed.indexCol || column.missing === column.rows) continue;
    const row = firstOther(column, plain);
    if (row === null) continue;
    absent.take(column, row);
    if (!mayBeForm(column, row)) continue;
    // Where numbers have a decimal point no comma is one.
    ways ??= waysOf(sniffed, fractional.includes(1));
    const way = ways.find(({ reader }) => firstOther(column, reader) === null);
    if (way === undefined) continue;
    const before = found.get(way);
    if (before === undefined) found.set(way, { names: [column.name], row, text: column.text(row) });
    else before.names.push(column.name);
  }
  return [...Array.from(found, ([{ form, choose }, place]) => ({ form, choose, ...place })), ...absent.hints(sniffed.missing)];
}

/** With other marks alone; then each form as the file's other numbers are written, with thousands parted, with the other decimal mark. */
function waysOf({ dialect, missing }: Sniffed, pointed: boolean): Way[] {
  const marks = dialect.point === comma || pointed ? [dialect.point] : [dialect.point, comma];
  const styles = marks.flatMap((mark) => {
    const own = mark === dialect.point ? dialect.thousands : noByte;
    return [own, mark === comma ? point : comma].map((thousands) => ({ point: mark, thousands }));
  });
  const inForms = numberForms.flatMap((form) => {
    const forms = [...new Set([...dialect.forms, form])];
    return styles.map((style): Way => {
      const reader = new CellReader(missing, { ...dialect, ...style, forms });
      return { form, choose: { numbers: forms, ...choiceOf(style) }, reader };
    });
  });
  const marked = styles.slice(1).map((style): Way => {
    const form = style.thousands === noByte || style.thousands === dialect.thousands ? "decimal" : "thousands";
    return { form, choose: choiceOf(style), reader: new CellReader(missing, { ...dialect, ...style }) };
  });
  const parted = [space, apostrophe].map((thousands): Way => {
    const style = { point: dialect.point, thousands };
    return { form: "thousands", choose: choiceOf(style), reader: new CellReader(missing, { ...dialect, ...style }) };
  });
  return [...marked, ...inForms, ...parted];

  function choiceOf(style: { readonly point: number; readonly thousands: number }): NumberHint["choose"] {
    const decimal = style.point === comma ? "," : ".";
    const thousands = style.thousands === noByte ? "none" : String.fromCharCode(style.thousands);
    return {
      ...(style.point === dialect.point ? {} : { decimal }),
      ...(style.thousands === dialect.thousands ? {} : { thousands }),
    };
  }
}

/** The first cell that is neither a number nor missing, among those that are looked at. */
function firstOther({ bytes, ends, rows }: TextColumn, reader: CellReader): number | null {
  const data = bytes.data as Uint8Array;
  let start = 0;
  for (let row = 0; row < Math.min(rows, rowsSeen); row++) {
    const end = (ends.data as Float64Array)[row] as number;
    if (end - start > longestCell || reader.read(data, start, end) === "other") return row;
    start = end;
  }
  return null;
}

/** Rules out what is surely another thing, before many ways are tried: words, and codes of three letters that are no currency's. */
function mayBeForm(column: TextColumn, row: number): boolean {
  const text = column.shortText(row, longestCell);
  if (text === undefined || !/\d/.test(text)) return false;
  const letters = /[A-Z]{3}/.exec(text)?.[0];
  return letters === undefined || Intl.supportedValuesOf("currency").includes(letters);
}
