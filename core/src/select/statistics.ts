import { datetimeText, unitOf } from "../array/datetime.ts";
import type { Dtype } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import type { Tally } from "../contract/selecting.ts";
import { TwoSum } from "./two-sum.ts";

/** What a selection holds. Null: its cells have none, or no order or sum. */
export interface Statistics {
  /** Cells of the array, NaN among them; text is not. */
  readonly cells: number;
  /** NaN and NaT. All the others are what the rest speaks of. */
  readonly missing: number;
  readonly min: number | bigint | string | null;
  readonly max: number | bigint | string | null;
  readonly mean: number | null;
  readonly sum: number | bigint | null;
}

/** What two parts without a cell in common hold together. Of an array: both have its kind, or no cells. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const cells = a.cells + b.cells;
  if (a.cells === 0) return b;
  if (a.kind === "float" && b.kind === "float") {
    const total = new TwoSum();
    for (const part of [a.sum, b.sum, a.rest, b.rest]) total.add(part);
    const missing = a.missing + b.missing;
    const [min, max] = [Math.min(a.min, b.min), Math.max(a.max, b.max)];
    return { kind: "float", cells, missing, min, max, ...total.parts };
  }
  if (a.kind === "integer" && b.kind === "integer") {
    return { kind: "integer", cells, min: least(a.min, b.min), max: most(a.max, b.max), sum: a.sum + b.sum };
  }
  if (a.kind === "time" && b.kind === "time") {
    const min = a.min === null || b.min === null ? (a.min ?? b.min) : least(a.min, b.min);
    const max = a.max === null || b.max === null ? (a.max ?? b.max) : most(a.max, b.max);
    return { kind: "time", cells, missing: a.missing + b.missing, min, max };
  }
  return b.cells === 0 ? a : { kind: "none", cells };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** What a tally says of a selection of an array of this dtype. */
export function statisticsOf(tally: Tally, dtype: string): Statistics {
  const nothing = { cells: tally.cells, missing: 0, min: null, max: null, mean: null, sum: null };
  switch (tally.kind) {
    case "none":
      return nothing;
    case "float": {
      const { cells, missing, min, max } = tally;
      const count = cells - missing;
      if (count === 0) return { ...nothing, missing };
      const sum = tally.sum + tally.rest;
      return { cells, missing, min, max, mean: sum / count, sum };
    }
    case "integer": {
      const { cells, min, max, sum } = tally;
      return { cells, missing: 0, min, max, mean: Number(sum) / cells, sum };
    }
    case "time": {
      const { cells, missing, min, max } = tally;
      return { cells, missing, min: timeText(min, dtype), max: timeText(max, dtype), mean: null, sum: null };
    }
  }
}

function timeText(count: bigint | null, dtype: string): string | bigint | null {
  if (count === null) return null;
  return elementOf(dtype as Dtype).kind === "datetime" ? datetimeText(count, unitOf(dtype)) : count;
}
