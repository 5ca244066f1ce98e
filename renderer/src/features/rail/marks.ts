import type { Rail } from "@argscope/core/contract/winners.ts";

/** A bucket of a rail: which places of the grid it stands for, and what is in it. */
export interface Bucket {
  readonly first: number;
  readonly last: number;
  readonly winners: number;
  readonly ties: number;
}

/** The smallest mark, as a part of the rail: about two pixels of a screen. */
const SMALLEST = 0.004;

/** Of the drawing, along the rail and across it. */
export const ALONG = 1000;
export const ACROSS = 10;

/**
 * The marks of the buckets that hold something, as the path of a drawing that is `ALONG` long: winners over its whole width, ties
 * over its inner half.
 */
export function pathOf({ winners, ties }: Rail, kind: "winners" | "ties", isDown: boolean): string {
  const buckets = winners.length;
  const counts = kind === "winners" ? winners : ties;
  const step = ALONG / Math.max(1, buckets);
  const length = Math.max(step, SMALLEST * ALONG);
  const width = kind === "winners" ? ACROSS : ACROSS / 2;
  let path = "";
  for (let bucket = 0; bucket < buckets; bucket++) {
    if (counts[bucket] === 0) continue;
    const start = round(Math.min(bucket * step, ALONG - length));
    const size = round(length);
    path += isDown ? `M0 ${start}h${width}v${size}h-${width}z` : `M${start} 0h${size}v${width}h-${size}z`;
  }
  return path;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** The bucket at a part of the rail, 0 at its start and 1 at its end. */
export function bucketAt(rail: Rail, part: number): number {
  return Math.max(0, Math.min(rail.winners.length - 1, Math.floor(part * rail.winners.length)));
}

export function bucketOf({ length, winners, ties }: Rail, bucket: number): Bucket {
  const buckets = winners.length;
  return {
    first: Math.ceil((bucket * length) / buckets),
    last: Math.ceil(((bucket + 1) * length) / buckets) - 1,
    winners: winners[bucket] ?? 0,
    ties: ties[bucket] ?? 0,
  };
}

/** The nearest bucket to one that has something in it, not further than a finger is wide; null: there is none. */
export function filledNear({ winners, ties }: Rail, bucket: number, reach: number): number | null {
  for (let distance = 0; distance <= reach; distance++) {
    for (const near of [bucket - distance, bucket + distance]) {
      if ((winners[near] ?? 0) > 0 || (ties[near] ?? 0) > 0) return near;
    }
  }
  return null;
}

/** Every place has its winner, as the columns of a table have along axis 0. */
export function isFull({ winners }: Rail): boolean {
  return winners.every((count) => count > 0);
}

/** What a rail shows, in one sentence for who cannot see it; `what`: `rows` or `columns`. */
export function sentenceOf(rail: Rail, what: "rows" | "columns"): string {
  const filled = [...rail.winners.keys()].filter((bucket) => (rail.winners[bucket] ?? 0) > 0);
  const count = rail.winners.reduce((sum, each) => sum + each, 0);
  const ties = rail.ties.reduce((sum, each) => sum + each, 0);
  const [first] = filled;
  const last = filled.at(-1);
  if (first === undefined || last === undefined) return `None of the ${what} shown holds a winner.`;
  const from = bucketOf(rail, first).first;
  const to = bucketOf(rail, last).last;
  const where = from === to ? `at ${what.slice(0, -1)} ${from}` : `between ${what} ${from} and ${to}`;
  return `${counted(count, "winner")}${ties > 0 ? ` and ${counted(ties, "tie")}` : ""} ${where} of those shown.`;
}

export function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
