import { type CellTable, cellCount, cellsOf, type ElementAt, isFractional, tableOfRows } from "./cells-of.ts";
import { isCell, type JsonObject, type JsonValue, type Numbers } from "./value.ts";

/** What the content of a JSON file is: an array, a table, several things to choose from, or neither, with the reason. */
export type Meaning =
  | { readonly kind: "array"; readonly numbers: Numbers }
  | { readonly kind: "table"; readonly table: CellTable }
  | { readonly kind: "members"; readonly names: readonly string[]; readonly passedOver: readonly string[] }
  | { readonly kind: "ragged"; readonly rows: readonly Numbers[] }
  | { readonly kind: "none"; readonly why: string };

/**
 * What a value means.
 *
 * - numbers in lists of equal lengths: an array;
 * - a list of objects, or of lists with text among the numbers: a table, row by row;
 * - an object of lists of equal lengths: a table, column by column; so are pandas' `orient="columns"`, `"index"` and `"split"`;
 * - an object with a list in it, or several: what is in it, or a choice.
 */
export function meaningOf(value: JsonValue, element: ElementAt): Meaning {
  if (isCell(value)) return { kind: "none", why: "it is a single value" };
  switch (value.kind) {
    case "numbers":
      return { kind: "array", numbers: value };
    case "records":
      return { kind: "table", table: value.rows === 0 ? { columns: [], rows: 0 } : recordTable(value) };
    case "object":
      return meaningOfObject(value, element);
    case "list":
      return meaningOfList(value.items, element);
  }
}

function meaningOfList(items: readonly JsonValue[], element: ElementAt): Meaning {
  if (items.every(isCell)) {
    return { kind: "table", table: { columns: [{ heading: "", cell: (row) => items[row] as never }], rows: items.length } };
  }
  const numbers = items.filter((item) => !isCell(item) && item.kind === "numbers") as Numbers[];
  if (numbers.length === items.length) return { kind: "ragged", rows: numbers };
  if (!items.every((item) => cellCount(item) !== null))
    return { kind: "none", why: "its lists are neither rows of cells nor arrays" };
  // The first row names the columns where it is text and the second is not.
  const [first, second] = items;
  const texts = allText(first, element);
  const named = texts !== null && allText(second, element) === null;
  return { kind: "table", table: tableOfRows(named ? items.slice(1) : items, named ? texts : [], element) };
}

function meaningOfObject({ members }: JsonObject, element: ElementAt): Meaning {
  const entries = [...members];
  const split = splitTable(members, element);
  if (split !== null) return { kind: "table", table: split };
  if (entries.length === 0) return { kind: "none", why: "its object is empty" };
  if (entries.every(([, value]) => isCell(value))) {
    const columns = entries.map(([heading, value]) => ({ heading, cell: () => value as never }));
    return { kind: "table", table: { columns, rows: 1 } };
  }
  const keyed = keyedTable(entries);
  if (keyed !== null) return { kind: "table", table: keyed };
  const data = entries.filter(([, value]) => !isCell(value) && value.kind !== "object");
  const passedOver = entries.filter((entry) => !data.includes(entry)).map(([name]) => name);
  const lengths = new Set(data.map(([, value]) => cellCount(value)));
  const [length] = lengths;
  if (lengths.size === 1 && typeof length === "number" && passedOver.length === 0) {
    const columns = data.map(([heading, value]) => {
      return { heading, cell: cellsOf(value, element), fractional: isFractional(value) };
    });
    return { kind: "table", table: { columns, rows: length } };
  }
  if (data.length === 0) return { kind: "none", why: "no list is in its object" };
  return { kind: "members", names: data.map(([name]) => name), passedOver };
}

/** `{"columns": ["a", "b"], "index": [0, 1], "data": [[1, 2], [3, 4]]}`, as pandas writes it with orient="split". */
function splitTable(members: ReadonlyMap<string, JsonValue>, element: ElementAt): CellTable | null {
  const [columns, data, index] = [members.get("columns"), members.get("data"), members.get("index")];
  const width = cellCount(columns);
  if (columns === undefined || data === undefined || width === null || isCell(data)) return null;
  const names = cellsOf(columns, element);
  const headings = Array.from({ length: width }, (_, k) => String(names(k)));
  const rows = rowsOf(data);
  if (rows === null) return null;
  const table = tableOfRows(rows, headings, element);
  if (index === undefined || cellCount(index) !== rows.length) return table;
  const label = cellsOf(index, element);
  const labels = { heading: "index", cell: (row: number) => textOf(label(row)) };
  return { columns: [labels, ...table.columns], rows: rows.length };
}

/** The rows of a list of lists, those of a matrix of numbers too; null where there are none. */
function rowsOf(data: JsonValue): readonly JsonValue[] | null {
  if (isCell(data)) return null;
  if (data.kind === "list") return data.items.every((item) => cellCount(item) !== null) ? data.items : null;
  if (data.kind !== "numbers" || data.shape.length !== 2) return null;
  const [rows = 0, width = 0] = data.shape;
  return Array.from({ length: rows }, (_, row) => ({ ...data, start: data.start + row * width, shape: [width] }));
}

/**
 * An object of objects of cells. Where all inner keys are the row numbers that pandas writes, an inner object is a column; else
 * it is a row, and its key the row's label.
 */
function keyedTable(entries: readonly (readonly [string, JsonValue])[]): CellTable | null {
  const inner: (readonly [string, ReadonlyMap<string, JsonValue>])[] = [];
  const keys = new Set<string>();
  for (const [name, value] of entries) {
    if (isCell(value) || value.kind !== "object" || ![...value.members.values()].every(isCell)) return null;
    inner.push([name, value.members]);
    for (const key of value.members.keys()) keys.add(key);
  }
  const names = [...keys];
  if (names.length * inner.length > 100 * inner.reduce((sum, [, { size }]) => sum + size, 10_000)) return null;
  const at = (members: ReadonlyMap<string, JsonValue> | undefined, key: string | undefined) =>
    (members?.get(key ?? "") ?? null) as never;
  if (names.length > 0 && names.every((key, k) => key === String(k))) {
    return {
      columns: inner.map(([heading, members]) => ({ heading, cell: (row) => at(members, names[row]) })),
      rows: names.length,
    };
  }
  const label = { heading: "", cell: (row: number) => inner[row]?.[0] ?? null };
  const columns = names.map((heading) => ({ heading, cell: (row: number) => at(inner[row]?.[1], heading) }));
  return { columns: [label, ...columns], rows: inner.length };
}

function recordTable({
  columns,
  rows,
}: {
  columns: readonly { heading: string; fractional: boolean; cells: readonly unknown[] }[];
  rows: number;
}): CellTable {
  return {
    columns: columns.map(({ heading, cells, fractional }) => ({ heading, fractional, cell: (row) => cells[row] as never })),
    rows,
  };
}

function allText(row: JsonValue | undefined, element: ElementAt): string[] | null {
  const count = cellCount(row);
  if (row === undefined || count === null || count === 0) return null;
  const cell = cellsOf(row, element);
  const texts = Array.from({ length: count }, (_, k) => cell(k));
  return texts.every((text) => typeof text === "string") ? (texts as string[]) : null;
}

function textOf(cell: ReturnType<ReturnType<typeof cellsOf>>): string {
  return cell === null ? "" : String(cell);
}
