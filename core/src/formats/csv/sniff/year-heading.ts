import { isYear } from "./numbered-names.ts";
import { numberCell, otherCell, type Sample } from "./sample.ts";

/** Words above labels in the tables that people publish. None of them is often a label itself. */
const labelNames = new Set(
  (
    "name names country city town region state province county district municipality place location station site area code id iso " +
    "iso2 iso3 key label category group class type kind sector industry species sample item product customer company team player " +
    "student subject person entity indicator variable land ort stadt gemeinde kanton monat pays ville mois país pais ciudad mes comune paese"
  ).split(" "),
);
/** Rows and columns that are looked at. */
const rowsSeen = 1000;
const columnsSeen = 20;
/** Labels that show how they are written. */
const enoughLabels = 3;

/**
 * The first row names a column of labels and the only column of numbers, which holds the numbers of one year: `name,2020`. The
 * year alone may be a number like those below, so that what is above the labels has to be none of them.
 */
export function headsOneYear(sample: Sample, numeric: readonly number[]): boolean {
  const [column = 0] = numeric;
  const { records, width } = sample;
  const rows = Math.min(records.count, rowsSeen);
  if (numeric.length !== 1 || rows < 3 || records.width(0) !== width || !isYear(sample.text(0, column))) return false;
  for (let row = 1; row < rows; row++) {
    if (sample.kind(row, column) === numberCell && isYear(sample.text(row, column))) return false;
  }
  for (let label = 0; label < Math.min(width, columnsSeen); label++) {
    if (label !== column && sample.kind(1, label) === otherCell && isAbove(sample, label, rows)) return true;
  }
  return false;
}

/** The first cell of a column of labels is none. */
function isAbove(sample: Sample, column: number, rows: number): boolean {
  const head = sample.text(0, column);
  const labels = Array.from({ length: rows - 1 }, (_, k) => sample.text(k + 1, column));
  if (labels.includes(head)) return false;
  if (head === "") return true;
  if (
    head
      .toLowerCase()
      .split(/[\s_.-]+/)
      .some((word) => labelNames.has(word))
  )
    return true;
  return labels.length >= enoughLabels && /^\p{Ll}/u.test(head) && labels.every((label) => /^\p{Lu}/u.test(label));
}
