import type { Receipt } from "../formats/csv/receipt.ts";
import { counted } from "./counted.ts";
import type { DateOrder } from "./dates/date-reader.ts";
import type { LabelNotes } from "./judge-labels.ts";

/** More columns than these are not named one by one. */
const namedColumns = 10;
/** Longest part of a cell's text that a sentence shows. */
const shownText = 40;

/** How large a table is, and what of it was not read. */
export function shapeSentences(receipt: Receipt): string[] {
  const { rows, rowRange, skippedColumns } = receipt;
  const sentences = [`${counted(rows, "row")}, ${sortsText(receipt)}.`];
  if (rowRange !== null) sentences.push(`Only rows ${rowRange.start}:${rowRange.stop ?? ""} of the table were read.`);
  if (skippedColumns > 0) {
    sentences.push(`${counted(skippedColumns, "column")} ${skippedColumns === 1 ? "was" : "were"} not read.`);
  }
  return sentences;
}

/** How many columns there are of each sort. Text that stands for dates, or for true and false, is none. */
function sortsText({ numberColumns, textColumns, labels: { dates, bools } }: Receipt): string {
  const meant = [
    { count: dates.length, sort: "dates" },
    { count: bools.length, sort: "true and false" },
  ].filter(({ count }) => count > 0);
  const text = textColumns - dates.length - bools.length;
  const sorts = [
    { count: numberColumns, sort: "numbers" },
    ...meant,
    ...(text > 0 || meant.length === 0 ? [{ count: text, sort: "text" }] : []),
  ].map(({ count, sort }) => `${counted(count, "column")} of ${sort}`);
  return `${sorts.slice(0, -1).join(", ")} and ${sorts.at(-1)}`;
}

/** Which cells keep columns from being numbers. @param place how a line is named */
export function brokenSentences({ brokenColumns }: Receipt, place: (line: number) => string): string[] {
  return brokenColumns.map(({ name, line, text, count }) => {
    const more = count > 1 ? `, and ${counted(count - 1, "more cell")} ${count === 2 ? "is no number" : "are no numbers"}` : "";
    return `Column ${quoted(name)} is text, because ${place(line)} has "${shortened(text)}"${more}.`;
  });
}

/** Why columns of whole numbers are not what they look like. */
export function integerSentences({ gappedIntegers }: Receipt): string[] {
  if (gappedIntegers.length === 0) return [];
  const [one, are] = gappedIntegers.length === 1 ? ["Column", "is"] : ["Columns", "are"];
  return [`${one} ${namesOf(gappedIntegers)} ${are} float64, not int64, because cells are missing.`];
}

/** Which columns were given a name because another has theirs. */
export function renamedSentences(renamed: Receipt["renamed"]): string[] {
  if (renamed.length === 0) return [];
  const [columns, have] = renamed.length === 1 ? ["Column", "has"] : ["Columns", "have"];
  return [`${columns} ${namesOf(renamed)} ${have} in the header the name of another.`];
}

const orderNames: Readonly<Record<DateOrder, string>> = {
  ymd: "",
  dmy: ", day first",
  mdy: ", month first",
  named: ", with the month's name",
};

const strayTexts: Readonly<Record<LabelNotes["strayDates"][number]["is"], string>> = {
  other: "is no date",
  disordered: "is written in another order than the dates before it",
  offset: "has an offset from UTC, and other dates have none",
  local: "has no offset from UTC, and other dates have one",
};

/** A row as the grid numbers it, from 0. */
const gridRow = (row: number): string => `row ${row}`;

/** What columns of text stand for, and what keeps them from it. @param place how a row is named */
export function labelSentences(notes: LabelNotes, place = gridRow): string[] {
  const { dates, bools, ambiguousDates, strayDates, empties, boolGaps, strayBools } = notes;
  const found = dates.slice(0, namedColumns).map(({ name, unit, order, utc }) => {
    const zone = utc ? "; times with an offset count in UTC" : "";
    return `Column ${quoted(name)} holds dates${orderNames[order]} (datetime64[${unit}])${zone}.`;
  });
  const ambiguous = ambiguousDates.slice(0, namedColumns).map(({ name, row, text }) => {
    return `Column ${quoted(name)} stays text: its dates may be day first or month first, "${shortened(text)}" in ${place(row)} for one. Say which.`;
  });
  const strays = strayDates.slice(0, namedColumns).map(({ name, row, text, is }) => {
    return `Column ${quoted(name)} stays text: "${shortened(text)}" in ${place(row)} ${strayTexts[is]}.`;
  });
  const words = strayBools.slice(0, namedColumns).map(({ name, row, text }) => {
    return `Column ${quoted(name)} stays text: "${shortened(text)}" in ${place(row)} is neither true nor false.`;
  });
  const gaps = boolGaps.slice(0, namedColumns).map(({ name, row }) => {
    return `Column ${quoted(name)} stays text: it would be true and false, but a cell is missing in ${place(row)}.`;
  });
  const [one, hold] = bools.length === 1 ? ["Column", "holds"] : ["Columns", "hold"];
  const truths = bools.length === 0 ? [] : [`${one} ${namesOf(bools)} ${hold} true and false (bool).`];
  const [columns, have] = empties.length === 1 ? ["Column", "has"] : ["Columns", "have"];
  const nothing = empties.length === 0 ? [] : [`${columns} ${namesOf(empties)} ${have} no value in any row.`];
  return [...ambiguous, ...strays, ...words, ...gaps, ...nothing, ...found, ...truths];
}

/** Columns' names as sentences show them, the first ones. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, namedColumns).map(quoted);
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${counted(more, "other")}` : ""}`;
}

/** A column's name as sentences show it: it may be as long as anybody likes. */
function quoted(name: string): string {
  return `"${shortened(name)}"`;
}

/** A cell's text as sentences show it: its beginning, on one line. */
export function shortened(text: string): string {
  const shown = text.slice(0, shownText).replace(/[\t\r\n]+/g, " ");
  return text.length > shownText ? `${shown}…` : shown;
}
