import { NOT_A_TIME } from "../../src/array/datetime.ts";
import type { Elements } from "../../src/array/dtype.ts";
import type { Kind } from "../../src/array/element.ts";
import type { Random } from "./random.ts";

const FLOATS = [0, -0, 1, -1, 1.5, 2, 7, -7, 1e-40, 1e38, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
// As FLOATS, in float16: zeros, ones, subnormals, the largest, infinities.
const HALVES = [0x0000, 0x8000, 0x3c00, 0xbc00, 0x0001, 0x8001, 0x7bff, 0xfbff, 0x7c00, 0xfc00, 0x4000, 0x4700];
const LETTERS = [0, 0x41, 0x61, 0x62, 0x39, 0xe9, 0xffff, 0x10000];

/** Fills a block: from few values, so that there are ties, or from all; ascending, descending or constant; with or without NaN. */
export function fillRandom(random: Random, kind: Kind, data: Elements): void {
  const nan = random.pick([0, 0, 0, 0.003, 0.1, 0.5, 1]);
  const few = random.oneIn(2);
  const trend = random.pick(["none", "none", "none", "up", "down", "constant"] as const);
  const constant = random.integer(0, 100);
  for (let k = 0; k < data.length; k++) {
    const isNan = nan > 0 && random.next() < nan;
    const rank = trend === "up" ? k : trend === "down" ? data.length - k : trend === "constant" ? constant : undefined;
    data[k] = value(random, kind, few, rank, isNan) as never;
  }
}

function value(random: Random, kind: Kind, few: boolean, rank: number | undefined, isNan: boolean): number | bigint {
  switch (kind) {
    case "bool":
      return random.integer(0, 1);
    case "half":
      if (isNan) return random.pick([0x7e00, 0xfe00, 0x7c01, 0xffff]);
      return few ? random.pick(HALVES) : (rank ?? random.integer(0, 0x7bff)) % 0x7c00;
    case "float":
    case "complex":
      if (isNan) return Number.NaN;
      return few ? random.pick(FLOATS) : (rank ?? random.next() * 2 - 1);
    case "datetime":
    case "timedelta":
      return isNan ? NOT_A_TIME : whole(random, few, rank);
    case "bigint":
    case "biguint":
      return whole(random, few, rank);
    case "str":
      return random.pick(LETTERS);
    case "bytes":
      return random.integer(0, few ? 3 : 255);
    default:
      // Integers of up to 32 bits: typed arrays keep the low ones.
      return few ? random.integer(-2, 2) : (rank ?? random.integer(-(2 ** 31), 2 ** 31 - 1));
  }
}

function whole(random: Random, few: boolean, rank: number | undefined): bigint {
  if (few) return BigInt(random.integer(-2, 2));
  if (rank !== undefined) return BigInt(rank) + 2n ** 53n;
  return (BigInt(random.integer(-(2 ** 31), 2 ** 31 - 1)) << 32n) | BigInt(random.integer(0, 2 ** 32 - 1));
}
