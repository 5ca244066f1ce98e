import { numberCell, type Sample } from "./sample.ts";

/** A row that gives every column a text of its own. */
export function namesAll(sample: Sample, row: number): boolean {
  if (sample.records.width(row) !== sample.width || sample.filled(row, sample.width) < sample.width) return false;
  return new Set(sample.texts(row)).size === sample.width;
}

/** The first row has names, some of which are numbers: a year, or a scale that rises from column to column. */
export function hasNumberedNames(sample: Sample, numeric: readonly number[]): boolean {
  const numbered = numeric.filter((column) => sample.kind(0, column) === numberCell);
  if (sample.records.count < 2 || numbered.length === numeric.length || numbered.length === 0) return false;
  // Last, because of very many columns it makes very many texts.
  if (!namesAll(sample, 0)) return false;
  const rises = (row: number): boolean => {
    const numbers = numbered.map((column) => Number(sample.text(row, column)));
    return numbers.every((number, k) => k === 0 || number > (numbers[k - 1] ?? 0));
  };
  if (numbered.length > 1) return rises(0);
  const [only = 0] = numbered;
  return isYear(sample.text(0, only)) && !isYear(sample.text(1, only));
}

export function isYear(text: string): boolean {
  return /^(?:1[89]|20)\d\d$/.test(text);
}

/** The first row counts years, and the rows below do not. */
export function looksLikeYears(sample: Sample, numeric: readonly number[]): boolean {
  const rises = (row: number): boolean => {
    const years = numeric.map((column) => Number(sample.text(row, column)));
    return (
      years.length > 1 && years.every((year, k) => /^\d{4}$/.test(String(year)) && (k === 0 || year > (years[k - 1] ?? 0)))
    );
  };
  return sample.records.count > 1 && rises(0) && !rises(1);
}
