/** Words that the threads of a scan share, int32. */
export const ScanState = {
  /** Segments that may be claimed so far; negative: no more will come, and none may be claimed. */
  ready: 0,
  /** The next segment that nobody has claimed. */
  next: 1,
  /** Helpers that are at work. */
  working: 2,
  /**
   * From here on a word for each slot: one more than the number of the segment that was scanned there last. Then a word for each
   * segment: its slot. Then one for each: whether its block begins inside quotes.
   */
  done: 3,
} as const;

/** What a segment's last word says. */
export const Quoting = { unknown: 0, outside: 1, inside: 2 } as const;

/** Longer than a segment takes: the system has given another thread's processor to somebody else. In milliseconds. */
export const enoughWaiting = 2;

export function stateWords(slots: number, segments: number): number {
  return ScanState.done + slots + 2 * segments;
}

/** The word that has a segment's slot. */
export function slotWord(slots: number, segment: number): number {
  return ScanState.done + slots + segment;
}

/** The word that says how a segment's block begins: one of `Quoting`. */
export function quotingWord(slots: number, segments: number, segment: number): number {
  return ScanState.done + slots + segments + segment;
}

/** A segment that nobody else will scan; undefined where there is none now. */
export function claimSegment(state: Int32Array): number | undefined {
  for (;;) {
    const segment = Atomics.load(state, ScanState.next);
    if (segment >= Atomics.load(state, ScanState.ready)) return undefined;
    if (Atomics.compareExchange(state, ScanState.next, segment, segment + 1) === segment) return segment;
  }
}
