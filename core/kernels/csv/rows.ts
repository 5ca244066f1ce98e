import { behindBlanks } from "./blanks";
import { countEmpty, forgetEmpty, isTold } from "./empty";
import {
  CHECKPOINT_MASK,
  COMMENT,
  DELIMITER,
  DOUBLED,
  EMPTY,
  EMPTY_CHANGED,
  MOST_ROWS,
  PHASE,
  PLAN,
  PLAN_CHANGED,
  POINT,
  QUOTE,
  ROW_BYTES,
  SKIP,
  START,
  TABLES,
  TEXT_COLUMNS,
  TRIM_START,
  WHOLE,
  WIDTH,
} from "./job";
import { plainNumber, wholeNumber } from "./number";
import { structure64 } from "./structure";

/** What the last call read: rows, where its last checkpoint ends, and whether there were quotes. */
export let plainCount: u32 = 0;
export let checkpointsEnd: usize = 0;
export let plainQuotes: bool = false;
/** What it has changed, as in CHANGED: it has counted empty cells, or found the first number of a column that is not whole. */
export let plainChanged: u32 = 0;

// Where a cell stands with quotes.
const BARE = 0;
const OPEN = 1;
const SHUT = 2;

/**
 * Reads rows as long as they are plain: as many cells as there are columns, each a number, text or nothing, in quotes or not,
 * and nothing that is told to the caller. Most rows of most files are, and take half the time that `scanCsv` needs for them.
 * The first row that is not plain is left as if it had never been looked at, and so is one that does not end before `end`.
 *
 * @param record where a row starts, which is no comment; blanks do not part cells
 * @param rows that the call has read so far; the row's numbers go to `rowAddress`, and so on
 * @returns where the first row starts that was not read
 */
export function plainRows(job: usize, record: usize, end: usize, rows: u32, rowAddress: usize, textCell: usize, checkpoint: usize): usize {
  const delimiter = load<u32>(job, DELIMITER);
  const quote = load<u32>(job, QUOTE);
  const delimiters = i8x16.splat(delimiter as i8);
  const quotes = i8x16.splat(quote as i8);
  const origin = load<u32>(job, START) as usize;
  const plan = load<u32>(job, PLAN) as usize;
  const planEnd = plan + (load<u32>(job, WIDTH) << 2);
  const empty = load<u32>(job, EMPTY) as usize;
  const tables = load<u32>(job, TABLES) as usize;
  const point = load<u32>(job, POINT);
  const trimStart = load<u32>(job, TRIM_START) != 0;
  const before = rows;

  let place = plan;
  let cell = record;
  let state = BARE;
  let closed: usize = 0;
  let doubled: u32 = 0;
  let passOver: usize = 0;
  let quotesSeen = false;
  let changed: u32 = 0;
  let blank: usize = 0;
  let base = record;
  let bits: u64 = 0;
  while (true) {
    while (bits == 0) {
      if (base >= end) break;
      bits = structure64(base, delimiters, quotes);
      const left = end - base;
      if (left < 64) bits &= ((1 as u64) << (left as u64)) - 1;
      base += 64;
    }
    if (bits == 0) break;
    const position = base - 64 + (ctz(bits) as usize);
    bits &= bits - 1;
    const byte: u32 = load<u8>(position);
    let to = position;
    if (byte != delimiter) {
      if (byte == quote) {
        if (position == passOver) continue;
        if (state == OPEN) {
          if (position + 1 == end) break;
          if (load<u8>(position, 1) == quote) {
            doubled = DOUBLED;
            passOver = position + 1;
          } else {
            state = SHUT;
            closed = position;
          }
          continue;
        }
        if (position != cell) break;
        state = OPEN;
        doubled = 0;
        quotesSeen = true;
        continue;
      }
      if (state == OPEN) break;
      if (byte == 13) {
        if (position + 1 == end || load<u8>(position, 1) != 10) break;
        continue;
      }
      if (position > cell && load<u8>(position - 1) == 13) to--;
    }
    let from = cell;
    if (state != BARE) {
      if (state == OPEN) continue;
      if (closed + 1 != to) break;
      from++;
      to = closed;
      state = BARE;
    } else doubled = 0;

    if (place == planEnd) break;
    const target = load<i32>(place);
    if (from == to) {
      if (to == cell) blank++;
      const count = empty + ((place - plan) << 1);
      // A line of nothing is no row of one empty cell.
      if (planEnd - plan == 4 || isTold(count)) break;
      if (target != SKIP) {
        countEmpty(count, rows);
        changed |= EMPTY_CHANGED;
      }
    }
    if (target >= 0) {
      let value: f64 = NaN;
      if (from < to) {
        if (target & WHOLE) value = wholeNumber(from, to, tables);
        if (value != value) {
          value = plainNumber(from, to, point, tables);
          if (value != value) break;
          if (target & WHOLE) {
            store<i32>(place, target & ~WHOLE);
            changed |= PLAN_CHANGED;
          }
        }
      }
      store<f64>(rowAddress + ((target & ~WHOLE) as usize), value);
    } else if (target != SKIP) {
      const text = textCell + (~target << 3);
      store<u32>(text, ((from - origin) as u32) | doubled);
      store<u32>(text, (to - origin) as u32, 4);
    }
    place += 4;
    cell = position + 1;
    if (byte == delimiter) {
      if (trimStart) cell = behindBlanks(cell, end);
      continue;
    }

    // Of a row of nothing it depends on the dialect whether it is one.
    if (place != planEnd || blank << 2 == planEnd - plan) break;
    blank = 0;
    if (((load<u32>(job, PHASE) + rows) & load<u32>(job, CHECKPOINT_MASK)) == 0) {
      store<u32>(checkpoint, record as u32);
      checkpoint += 4;
    }
    rows++;
    rowAddress += load<u32>(job, ROW_BYTES) as usize;
    textCell += (load<u32>(job, TEXT_COLUMNS) as usize) << 3;
    place = plan;
    record = cell;
    if (rows == load<u32>(job, MOST_ROWS) || (record < end && (load<u8>(record) as u32) == load<u32>(job, COMMENT))) break;
  }
  forgetEmpty(empty, ((place - plan) >> 2) as i32, rows);
  plainCount = rows - before;
  checkpointsEnd = checkpoint;
  plainQuotes = quotesSeen;
  plainChanged = changed;
  return record;
}
