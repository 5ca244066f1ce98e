import type { CellRange } from "@argscope/core/contract/selecting.ts";
import type { Statistics } from "@argscope/core/select/statistics.ts";
import { numberText } from "../../engine/number-text.ts";

/** Digits that tell more than anyone reads; the title has them all. */
const DIGITS = 10;

/** How much is selected, in words: `5 × 3 selected`, `2 ranges selected`. */
export function extentText(ranges: readonly CellRange[]): string {
  const [range] = ranges;
  if (range === undefined) return "";
  if (ranges.length > 1) return `${ranges.length} ranges selected`;
  return `${count(range.bottom - range.top)} × ${count(range.right - range.left)} selected`;
}

/** What a selection holds, part by part. `full`: with every digit. */
export function statisticsParts({ cells, missing, min, max, mean, sum }: Statistics, full: boolean): string[] {
  if (cells === 0) return ["no numbers"];
  const text = (value: number | bigint | string): string => valueText(value, full);
  const numbers = cells - missing;
  return [
    `${count(numbers)} ${numbers === 1 ? "number" : "numbers"}`,
    ...(missing === 0 && typeof sum === "bigint" ? [] : [`${count(missing)} NaN`]),
    ...(min === null ? [] : [`min ${text(min)}`]),
    ...(max === null ? [] : [`max ${text(max)}`]),
    ...(mean === null ? [] : [`mean ${text(mean)}`]),
    ...(sum === null ? [] : [`sum ${text(sum)}`]),
  ];
}

function valueText(value: number | bigint | string, full: boolean): string {
  if (typeof value !== "number") return String(value);
  return numberText(full || !Number.isFinite(value) ? value : Number(value.toPrecision(DIGITS)));
}

function count(value: number): string {
  return value.toLocaleString("en");
}
