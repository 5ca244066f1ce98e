import { sizeOf } from "../array/strides.ts";
import type { Walk } from "../array/walk.ts";
import type { Plan } from "./plan.ts";

/** One dimension of a whole array, of which a step is `stride` elements in memory. */
interface RavelDimension {
  readonly stride: number;
  /** What a step adds to the index in C order. */
  readonly weight: number;
  /** The same without dimensions that only repeat, which keeps it below 2^32. */
  readonly rank: number;
}

/** A whole array that fills a piece of memory, though not in C order: its dimensions, the farthest steps first. */
export type Ravel = readonly RavelDimension[];

/** Bytes from which on the kernel for it is called; it looks at half a kilobyte at a time. */
const WORTH_IT = 4096;

/** The plan's lane as the memory that it fills; undefined where it has gaps, runs backwards or is small. */
export function ravelOf({ lane, length, data }: Plan): Ravel | undefined {
  if (lane.shape.length < 2) return undefined;
  const moving: (RavelDimension & { readonly length: number })[] = [];
  let weight = length;
  const elements = filledBy(lane);
  let rank = elements;
  for (const [k, each] of lane.shape.entries()) {
    const stride = lane.strides[k] as number;
    weight /= each;
    if (stride === 0) continue;
    rank /= each;
    moving.push({ length: each, stride, weight, rank });
  }
  moving.sort((a, b) => b.stride - a.stride);
  let filled = elements;
  for (const { length: each, stride } of moving) {
    filled /= each;
    if (stride !== filled) return undefined;
  }
  return elements * data.BYTES_PER_ELEMENT >= WORTH_IT ? moving : undefined;
}

/** Elements of memory that a walk goes to. */
export function filledBy({ shape, strides }: Walk): number {
  return sizeOf(shape.filter((_, k) => strides[k] !== 0));
}

/** The index in C order of the element at a position in memory, of several that repeat the first. */
export function ravelIndex(ravel: Ravel, position: number): number {
  let rest = position;
  let index = 0;
  for (const { stride, weight } of ravel) {
    index += Math.floor(rest / stride) * weight;
    rest %= stride;
  }
  return index;
}

/** The table that core/kernels/ravel.ts reads: stride and rank of each dimension, as uint32. */
export const ravelTable = (ravel: Ravel): number[] => ravel.flatMap(({ stride, rank }) => [stride, rank]);
