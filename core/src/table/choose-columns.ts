import { ValueError } from "../errors.ts";
import { didYouMean } from "../expression/nearest.ts";

/** Which columns of a file are read; both by name, and at most one of the two. */
export interface ColumnChoice {
  readonly columns?: readonly string[];
  readonly exclude?: readonly string[];
  /** The column that names the rows: it is read in any case, and stays text. `null`: none does. */
  readonly indexCol?: string | null;
}

/** @throws {ValueError} no column has that name; with the nearest one. */
export function columnNamed<C extends { readonly name: string }>(columns: readonly C[], name: string): C {
  const column = columns.find((candidate) => candidate.name === name);
  if (column !== undefined) return column;
  const nearest = didYouMean(
    name,
    columns.map((candidate) => candidate.name),
  );
  throw new ValueError(`There is no column named "${name}"${nearest}.`);
}

/**
 * For each column whether it is read.
 *
 * @throws {ValueError} no column has one of the names, or none is left.
 */
export function chosenColumns(
  all: readonly { readonly name: string }[],
  { columns, exclude, indexCol }: ColumnChoice,
): boolean[] {
  const named = new Set(columns ?? exclude ?? []);
  for (const name of named) columnNamed(all, name);
  if (typeof indexCol === "string") columnNamed(all, indexCol);
  const kept = all.map(({ name }) => named.size === 0 || named.has(name) === (columns !== undefined) || name === indexCol);
  if (all.length > 0 && !kept.includes(true)) throw new ValueError("No column is left: every one is excluded.");
  return kept;
}
