// What the caller asks for and is told, as 32-bit words; core/src/formats/csv/kernel-job.ts names the same ones.
export const START: usize = 0;
export const END: usize = 4;
export const FINAL: usize = 8;
export const DELIMITER: usize = 12;
export const QUOTE: usize = 16;
export const WIDTH: usize = 20;
/**
 * Address of one int32 for each column: 8 x its place in the block's row, or ~(its place among the text columns), or SKIP. In the
 * first case the kernel clears the bit WHOLE when the column has a number that is not written as a whole one.
 */
export const PLAN: usize = 24;
export const ROW_ADDRESS: usize = 28;
export const ROW_BYTES: usize = 32;
export const MOST_ROWS: usize = 36;
export const TEXT_CELLS: usize = 40;
export const TEXT_COLUMNS: usize = 44;
export const EVENTS: usize = 48;
export const EVENTS_END: usize = 52;
export const CHECKPOINTS: usize = 56;
/** The row that the call begins with, as far as the mask needs it. */
export const PHASE: usize = 60;
export const TABLES: usize = 64;
export const ROWS: usize = 68;
export const EVENTS_USED: usize = 72;
export const LINES: usize = 76;
export const POINT: usize = 80;
/** Of the next three, 256 stands for none, and 1 for yes. */
export const COMMENT: usize = 84;
export const TRIM_START: usize = 88;
export const DROP_EMPTY_ROWS: usize = 92;
/** Address of a quote that opens no cell, for nothing closes it; or 0. */
export const TEXT_QUOTE: usize = 96;
/** A row's start is a checkpoint where row and mask have no bit in common. */
export const CHECKPOINT_MASK: usize = 100;
/** Where the call stopped: the address of the first record that was not read. */
export const STOPPED: usize = 104;
/** Not 0: there was a quote. */
export const QUOTES: usize = 108;
/** Address of two words for each column: its empty cells, and one more than the row of the last. Zero before the call. */
export const EMPTY: usize = 112;
/** Address of the room for all text, as many bytes as the window has and a vector more. */
export const TEXT_BYTES: usize = 116;
/** Not 0: there are text cells that are not valid UTF-8. */
export const INVALID: usize = 120;
/** How many numbers stand for nothing, and where they are in the job, as float64. A cell that is one of them is told of. */
export const MARKERS: usize = 124;
export const MARKER_VALUES: usize = 128;
/** Bits for what may not be as it was before the call. */
export const CHANGED: usize = MARKER_VALUES + 32 * 8;
export const PLAN_CHANGED: u32 = 1;
export const EMPTY_CHANGED: u32 = 2;

// In the plan.
export const SKIP: i32 = i32.MIN_VALUE;
export const WHOLE: i32 = 1;

/** A text cell is two words, where it starts and ends, counted from the call's start; this bit of the first: quotes are doubled. */
export const DOUBLED: u32 = 0x80000000;
