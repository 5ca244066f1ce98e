import type { Origin } from "./origins.ts";

/** The text of a row in a column of labels. */
export interface RowTexts {
  readonly name: string;
  text(row: number): string;
}

/** What a file calls the columns and the rows of its array of two dimensions. */
export interface Names {
  /** Empty where there are none. */
  readonly columns: readonly string[];
  readonly labels: readonly RowTexts[];
}

/** An array is no longer than this (ECMA-262, ArraySetLength). */
const MOST_NAMES = 2 ** 32 - 1;

/**
 * The names of a view, from those of what it is a view of: they follow through slices, steps and transposes. Only the first column
 * of labels can stand over columns. A view of more than two dimensions has none.
 *
 * @param origins of the view's dimensions, see `originsOf`.
 * @param lengths the view's shape.
 */
export function namesThrough(origins: readonly Origin[], lengths: readonly number[], { columns, labels }: Names): Names {
  if (lengths.length > 2) return { columns: [], labels: [] };
  const rows = origins[0] ?? null;
  const across = origins[1] ?? null;
  return {
    labels:
      rows?.axis === 0
        ? labels.map((label) => ({ name: label.name, text: (row: number) => label.text(rows.start + row * rows.step) }))
        : rows?.axis === 1 && columns.length > 0
          ? [{ name: "", text: (row: number) => columns[rows.start + row * rows.step] ?? "" }]
          : [],
    columns: across === null ? [] : columnsThrough(across, lengths[1] ?? 0, { columns, labels }),
  };
}

function columnsThrough(
  { axis, start, step }: NonNullable<Origin>,
  count: number,
  { columns, labels }: Names,
): readonly string[] {
  const [first] = labels;
  if (axis === 1 && columns.length > 0) return readNames(count, (column) => columns[start + column * step] ?? "");
  return axis === 0 && first !== undefined ? readNames(count, (column) => first.text(start + column * step)) : [];
}

/** Names that are read one by one when they are asked for: a million labels may stand over as many columns. */
function readNames(count: number, nameAt: (column: number) => string): readonly string[] {
  if (count > MOST_NAMES) return [];
  const isName = (key: string | symbol): boolean => typeof key === "string" && /^\d+$/u.test(key) && Number(key) < count;
  return new Proxy<string[]>([], {
    get: (names, key) => (isName(key) ? nameAt(Number(key)) : key === "length" ? count : Reflect.get(names, key)),
    has: (names, key) => isName(key) || Reflect.has(names, key),
  });
}
