/** What a scroll bar stands for. All in rows or in columns but `track`, which is in px. */
export interface Track {
  readonly track: number;
  /** The offset now, and the largest there is. */
  readonly offset: number;
  readonly last: number;
  /** How many are in sight. */
  readonly page: number;
}

/** Small enough to say "far more than this", large enough to hold. */
const SHORTEST = 28;

export function thumbLength({ track, last, page }: Track): number {
  return Math.min(track, Math.max(SHORTEST, Math.round((track * page) / (last + page))));
}

/** Where the thumb begins, in px. */
export function thumbStart(bar: Track): number {
  const free = bar.track - thumbLength(bar);
  return bar.last === 0 ? 0 : (free * bar.offset) / bar.last;
}

/** The offset that a thumb dragged to `start` px stands for. At the ends of the track it is the first and the last exactly. */
export function offsetAt(bar: Track, start: number): number {
  const free = bar.track - thumbLength(bar);
  if (start <= 0 || free <= 0) return 0;
  return start >= free ? bar.last : Math.round((start / free) * bar.last);
}
