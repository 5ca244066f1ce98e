import type { DateKind } from "./dates/date-column.ts";
import { judgeLabel, type LabelRules, type StrayDate } from "./label-kind.ts";
import type { TextColumn } from "./text-column.ts";

/** What was decided about columns of text. Rows count from 0. */
export interface LabelNotes {
  readonly dates: readonly (DateKind & { readonly name: string })[];
  /** Names of the columns that are true and false throughout. */
  readonly bools: readonly string[];
  /** Dates that may be day first or month first; with the first cell that would be another day. */
  readonly ambiguousDates: readonly LabelPlace[];
  /** Dates, but for cells that are none, or are written otherwise; with the first of them. */
  readonly strayDates: readonly (LabelPlace & Pick<StrayDate, "is">)[];
  /** Names of the columns whose cells are all missing. */
  readonly empties: readonly string[];
  /** True and false, but for missing cells; with the first of them. */
  readonly boolGaps: readonly LabelPlace[];
  /** True and false, but for cells that are neither; with the first of them. */
  readonly strayBools: readonly LabelPlace[];
}

export interface LabelPlace {
  readonly name: string;
  readonly row: number;
  readonly text: string;
}

/** Columns of text with what they stand for. */
export interface JudgedLabels {
  readonly labels: readonly TextColumn[];
  readonly notes: LabelNotes;
}

export function judgeLabels(columns: readonly TextColumn[], rules: LabelRules): JudgedLabels {
  const dates: LabelNotes["dates"][number][] = [];
  const bools: string[] = [];
  const ambiguousDates: LabelPlace[] = [];
  const strayDates: LabelNotes["strayDates"][number][] = [];
  const empties: string[] = [];
  const boolGaps: LabelPlace[] = [];
  const strayBools: LabelPlace[] = [];
  const judged = columns.map((column) => {
    const { name } = column;
    const { kind, missing, ambiguousRow, stray, isEmpty, boolGap, strayBool } = judgeLabel(column, rules);
    if (ambiguousRow !== null) ambiguousDates.push({ name, row: ambiguousRow, text: column.text(ambiguousRow) });
    if (stray !== null) strayDates.push({ name, ...stray, text: column.text(stray.row) });
    if (isEmpty) empties.push(name);
    if (boolGap !== null) boolGaps.push({ name, row: boolGap, text: column.text(boolGap) });
    if (strayBool !== null) strayBools.push({ name, row: strayBool, text: column.text(strayBool) });
    if (kind.dtype === "text") return column;
    if ("dates" in kind) dates.push({ name, ...kind.dates });
    else bools.push(name);
    return column.meant(kind, missing);
  });
  return { labels: judged, notes: { dates, bools, ambiguousDates, strayDates, empties, boolGaps, strayBools } };
}
