/**
 * What the scan kernel is asked and answers, as 32-bit words: their places. core/kernels/csv/scan.ts
 * and gather.ts name the same ones.
 */
export const jobWord = {
  start: 0,
  end: 1,
  final: 2,
  delimiter: 3,
  quote: 4,
  width: 5,
  plan: 6,
  rowAddress: 7,
  rowBytes: 8,
  mostRows: 9,
  textCells: 10,
  textColumns: 11,
  events: 12,
  eventsEnd: 13,
  checkpoints: 14,
  phase: 15,
  tables: 16,
  rows: 17,
  eventsUsed: 18,
  lines: 19,
  point: 20,
  comment: 21,
  trimStart: 22,
  dropEmptyRows: 23,
  textQuote: 24,
  checkpointMask: 25,
  stopped: 26,
  quotes: 27,
  empty: 28,
  textBytes: 29,
  invalidText: 30,
  markers: 31,
  /** Behind the numbers that stand for nothing. */
  changed: 96,
} as const;

/** Bits of `changed`. */
export const ColumnChange = {
  /** The plan is not what it was before the call: numbers of a column are not all whole. */
  plan: 1,
  /** There were empty cells. */
  empty: 2,
} as const;

/** As many numbers may stand for nothing. They follow the words, as float64, from so many bytes on. */
export const mostMarkers = 32;
export const markersAt = 4 * 32;

export const jobWords = 32 + 2 * mostMarkers + 4;

/** The words of an event, and its kinds. */
export const eventWords = 6;
export const missingEvent = 0;
export const judgeEvent = 1;
export const badQuoteEvent = 2;
export const shortRowEvent = 3;
export const longRowEvent = 4;
export const blankLineEvent = 5;
export const largeEvent = 6;
export const largeNegativeEvent = 7;
export const commentLineEvent = 8;
