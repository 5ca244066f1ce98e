import { NOT_A_TIME } from "../array/datetime.ts";
import type { Elements } from "../array/dtype.ts";
import type { Kind } from "../array/element.ts";
import { halfToNumber } from "../array/half.ts";
import { Odometer } from "../array/odometer.ts";
import type { Plan } from "../reduce/plan.ts";

/** True for NaN, in either part of a complex number, and for NaT. `position` counts elements. */
export function isMissing(kind: Kind, data: Elements, position: number): boolean {
  switch (kind) {
    case "datetime":
    case "timedelta":
      return data[position] === NOT_A_TIME;
    case "half":
      return Number.isNaN(halfToNumber(data[position] as number));
    case "float":
      return Number.isNaN(data[position]);
    case "complex":
      return Number.isNaN(data[2 * position]) || Number.isNaN(data[2 * position + 1]);
    default:
      return false;
  }
}

/**
 * Where the smallest (or greatest, as the plan says) element of a lane stands that is neither NaN nor NaT; `null` where there
 * is none.
 *
 * @param start position of the lane's first element.
 */
export function leastPosition(plan: Plan, kind: Kind, start: number): number | null {
  const { data } = plan;
  const wantsLess = plan.operation === "argmin";
  const lane = new Odometer(plan.lane);
  let best: number | null = null;
  do {
    for (let k = 0; k < lane.runLength; k++) {
      const position = start + lane.position + k * lane.runStride;
      if (isMissing(kind, data, position)) continue;
      if (best === null || (wantsLess ? isLess(kind, data, position, best) : isLess(kind, data, best, position)))
        best = position;
    }
  } while (lane.advance());
  return best;
}

function isLess(kind: Kind, data: Elements, a: number, b: number): boolean {
  if (kind === "half") return halfToNumber(data[a] as number) < halfToNumber(data[b] as number);
  if (kind !== "complex") return (data[a] as number | bigint) < (data[b] as number | bigint);
  const [x, y] = [data[2 * a] as number, data[2 * b] as number];
  return x < y || (x === y && (data[2 * a + 1] as number) < (data[2 * b + 1] as number));
}
