/** What the scan kernel is asked and answers, as 32-bit words: their places. core/kernels/csv/scan.ts names the same ones. */
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
} as const;

export const jobWords = 26;

/** The words of an event, and its kinds. */
export const eventWords = 6;
export const missingEvent = 0;
export const judgeEvent = 1;
export const badQuoteEvent = 2;
export const shortRowEvent = 3;
export const longRowEvent = 4;
export const blankLineEvent = 5;
export const largeEvent = 6;

/** In the plan: the column is passed over. */
export const skipTarget = -(2 ** 31);
/** In the first word of a text cell: its quotes are doubled. */
export const doubledBit = 2 ** 31;
