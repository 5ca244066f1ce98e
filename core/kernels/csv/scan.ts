import { behindBlanks, isBlank } from "./blanks";
import { countEmpty, forgetEmpty, isTold } from "./empty";
import {
  CHANGED,
  CHECKPOINT_MASK,
  CHECKPOINTS,
  COMMENT,
  DELIMITER,
  DOUBLED,
  DROP_EMPTY_ROWS,
  EMPTY,
  EMPTY_CHANGED,
  END,
  EVENTS,
  EVENTS_END,
  EVENTS_USED,
  FINAL,
  LINES,
  MARKER_VALUES,
  MARKERS,
  MOST_ROWS,
  PHASE,
  PLAN,
  PLAN_CHANGED,
  POINT,
  QUOTE,
  QUOTES,
  ROW_ADDRESS,
  ROW_BYTES,
  ROWS,
  SKIP,
  START,
  STOPPED,
  TABLES,
  TEXT_CELLS,
  TEXT_COLUMNS,
  TEXT_QUOTE,
  TRIM_START,
  WHOLE,
  WIDTH,
} from "./job";
import { askedNumber, large, numberByDigits, whole } from "./number";
import { checkpointsEnd, plainChanged, plainCount, plainQuotes, plainRows } from "./rows";
import { structure64 } from "./structure";

// An event: kind, row and line since the call began, column, and the cell's bytes [from, to); of a large whole number, its size.
const EVENT: usize = 24;
const MISSING: u32 = 0;
const JUDGE: u32 = 1;
const BAD_QUOTE: u32 = 2;
const SHORT_ROW: u32 = 3;
const LONG_ROW: u32 = 4;
const BLANK_LINE: u32 = 5;
const LARGE: u32 = 6;
const LARGE_NEGATIVE: u32 = 7;
const COMMENT_LINE: u32 = 8;

// Inside quotes and comments, the odd states, a delimiter is text.
const UNQUOTED = 0;
const QUOTED = 1;
const CLOSED = 2;
const IN_COMMENT = 3;

// @ts-ignore: decorator
@inline
function note(at: usize, kind: u32, row: u32, line: u32, column: i32, from: usize, to: usize): usize {
  store<u32>(at, kind);
  store<u32>(at, row, 4);
  store<u32>(at, line, 8);
  store<i32>(at, column, 12);
  store<u32>(at, from as u32, 16);
  store<u32>(at, to as u32, 20);
  return at + EVENT;
}

/** Counts an empty cell, and tells of the first ones. @returns where the next event goes */
function missing(event: usize, empty: usize, row: u32, line: u32, column: i32, from: usize, to: usize): usize {
  const at = empty + ((column as usize) << 3);
  const next = isTold(at) ? note(event, MISSING, row, line, column, from, to) : event;
  countEmpty(at, row);
  return next;
}

function isMarker(job: usize, markers: u32, value: f64): bool {
  for (let k: u32 = 0; k < markers; k++) if (load<f64>(job + (k << 3), MARKER_VALUES) == value) return true;
  return false;
}

/** Fewer plain rows one behind the other are not worth looking for. */
const WORTH: u32 = 4;
/** Rows that are at most read before plain ones are looked for again. */
const LONGEST_PAUSE: u32 = 64;

/** Says what was read. @returns the address of the first record that was not */
function answer(job: usize, rows: u32, lines: u32, event: usize, record: usize, quotes: bool): usize {
  store<u32>(job, rows, ROWS);
  store<u32>(job, ((event as u32) - load<u32>(job, EVENTS)) / (EVENT as u32), EVENTS_USED);
  store<u32>(job, lines, LINES);
  store<u32>(job, record as u32, STOPPED);
  store<u32>(job, quotes as u32, QUOTES);
  return record;
}

/** A row of numbers and text may be plain: no runs of blanks part cells, and no number stands for a missing one. */
function mayBePlain(job: usize): bool {
  const runs = load<u32>(job, TRIM_START) != 0 && load<u32>(job, DELIMITER) == 32;
  return !runs && load<u32>(job, MARKERS) == 0;
}

/**
 * Reads the whole records of a window: numbers into the block, where each text cell stands into a list, and all that is not
 * plain into a list of events for the caller. Stops before the first record that is not whole, or when a list is full.
 * The window has 64 readable bytes before and after it.
 *
 * @returns the address of the first record that was not read
 */
export function scanCsv(job: usize): usize {
  const start = load<u32>(job, START) as usize;
  const end = load<u32>(job, END) as usize;
  const isRow = start < end && (load<u8>(start) as u32) != load<u32>(job, COMMENT);
  const asked = isRow && mayBePlain(job) && (load<u32>(job, TEXT_QUOTE) as usize) < start;
  let record = start;
  let rows: u32 = 0;
  let checkpoint = load<u32>(job, CHECKPOINTS) as usize;
  if (asked) {
    const numbers = load<u32>(job, ROW_ADDRESS) as usize;
    record = plainRows(job, start, end, 0, numbers, load<u32>(job, TEXT_CELLS) as usize, checkpoint);
    rows = plainCount;
    checkpoint = checkpointsEnd;
    // Where all is plain the rest of the code is never run, and the engine does not spend its time on it either.
    if (record == end || rows == load<u32>(job, MOST_ROWS)) {
      store<u32>(job, plainChanged, CHANGED);
      return answer(job, rows, rows, load<u32>(job, EVENTS) as usize, record, plainQuotes);
    }
  }
  store<u32>(job, PLAN_CHANGED | EMPTY_CHANGED, CHANGED);
  return scanRows(job, record, rows, checkpoint, asked);
}

/** As `scanCsv`, from `start` on, where `rows` plain ones have been read. @param asked plain ones were looked for just before */
function scanRows(job: usize, start: usize, before: u32, checkpointsSoFar: usize, asked: bool): usize {
  const end = load<u32>(job, END) as usize;
  const final = load<u32>(job, FINAL) != 0;
  const delimiter = load<u32>(job, DELIMITER);
  const quote = load<u32>(job, QUOTE);
  const delimiters = i8x16.splat(delimiter as i8);
  const quotes = i8x16.splat(quote as i8);
  const width = load<i32>(job, WIDTH);
  const plan = load<u32>(job, PLAN) as usize;
  const rowBytes = load<u32>(job, ROW_BYTES) as usize;
  const mostRows = load<u32>(job, MOST_ROWS);
  const textBytes = (load<u32>(job, TEXT_COLUMNS) as usize) * 8;
  const eventsEnd = (load<u32>(job, EVENTS_END) as usize) - EVENT * (2 * (width as usize) + 4);
  const tables = load<u32>(job, TABLES) as usize;
  const phase = load<u32>(job, PHASE);
  const point = load<u32>(job, POINT);
  const comment = load<u32>(job, COMMENT);
  const trimStart = load<u32>(job, TRIM_START) != 0;
  // Runs of blanks that part cells: those before a row's first cell part nothing.
  const runs = trimStart && delimiter == 32;
  const dropEmptyRows = load<u32>(job, DROP_EMPTY_ROWS) != 0;
  const mask = load<u32>(job, CHECKPOINT_MASK);
  const markers = load<u32>(job, MARKERS);
  const isPlain = mayBePlain(job);
  const empty = load<u32>(job, EMPTY) as usize;

  let textQuote = load<u32>(job, TEXT_QUOTE) as usize;

  let rowAddress = (load<u32>(job, ROW_ADDRESS) as usize) + before * rowBytes;
  let textCell = (load<u32>(job, TEXT_CELLS) as usize) + before * textBytes;
  let checkpoint = checkpointsSoFar;
  let event = load<u32>(job, EVENTS) as usize;
  let committed = event;
  let rows = before;
  let lines = before;
  let quotedLines: u32 = 0;
  const origin = load<u32>(job, START) as usize;
  let record = start;
  let cell = runs ? behindBlanks(record, end) : record;
  let column = 0;
  let filled = false;
  let over = false;
  let state = record < end && (load<u8>(record) as u32) == comment ? IN_COMMENT : UNQUOTED;
  let closed: usize = 0;
  let doubled: u32 = 0;
  let passOver: usize = 0;
  let linesBefore: u32 = 0;
  let quotesSeen = asked && plainQuotes;

  // Rows to go before plain ones are looked for: more and more where none are found.
  let pauses: u32 = asked && before < WORTH ? 1 : 0;
  let pause = asked ? pauses + 1 : 0;

  let base = record;
  let bits: u64 = 0;
  let position: usize = 0;
  while (true) {
    if (cell == record && column == 0 && state == UNQUOTED && isPlain && textQuote < record) {
      if (pause) pause--;
      else {
        const next = plainRows(job, record, end, rows, rowAddress, textCell, checkpoint);
        if (plainCount < WORTH) {
          pauses = min(2 * pauses + 1, LONGEST_PAUSE);
          pause = pauses;
        } else pauses = 0;
        if (next != record) {
          rows += plainCount;
          lines += plainCount;
          rowAddress += plainCount * rowBytes;
          textCell += plainCount * textBytes;
          checkpoint = checkpointsEnd;
          if (plainQuotes) quotesSeen = true;
          record = next;
          cell = next;
          base = next;
          bits = 0;
          if (rows == mostRows || record == end) break;
          if ((load<u8>(record) as u32) == comment) state = IN_COMMENT;
        }
      }
    }
    while (bits == 0 && base < end) {
      bits = structure64(base, delimiters, quotes);
      const left = end - base;
      if (left < 64) bits &= ((1 as u64) << (left as u64)) - 1;
      base += 64;
    }
    let to: usize;
    let ends: bool;
    if (bits != 0) {
      position = base - 64 + (ctz(bits) as usize);
      bits &= bits - 1;
      const byte: u32 = load<u8>(position);
      to = position;
      if (byte == delimiter) {
        if ((state & 1) || position < cell) continue;
        ends = false;
      } else if (byte == quote) {
        if (position == passOver) continue;
        quotesSeen = true;
        if (state == UNQUOTED) {
          if (position == textQuote) {
            if (position == cell && column < width) event = note(event, BAD_QUOTE, rows, lines, column, cell, position);
          } else if (position == cell) {
            state = QUOTED;
            doubled = 0;
            linesBefore = quotedLines;
          }
        } else if (state == QUOTED) {
          if (position + 1 == end && !final) break;
          if (position + 1 < end && load<u8>(position, 1) == quote) {
            doubled = DOUBLED;
            passOver = position + 1;
          } else {
            state = CLOSED;
            closed = position + 1;
          }
        }
        continue;
      } else {
        if (byte == 13) {
          if (position + 1 == end) {
            if (!final) break;
          } else if (load<u8>(position, 1) == 10) continue;
        } else if (position > cell && load<u8>(position - 1) == 13) to = position - 1;
        if (state == QUOTED) {
          quotedLines++;
          continue;
        }
        ends = true;
      }
    } else {
      if (!final || record >= end) break;
      position = end;
      to = end;
      ends = true;
    }

    if (ends && (state == IN_COMMENT || (column == 0 && to == cell && state == UNQUOTED))) {
      event = note(event, state == UNQUOTED ? BLANK_LINE : COMMENT_LINE, rows, lines, 0, cell, to);
      lines++;
      record = position + 1;
      cell = runs ? behindBlanks(record, end) : record;
      committed = event;
      state = record < end && (load<u8>(record) as u32) == comment ? IN_COMMENT : UNQUOTED;
      if (event > eventsEnd) break;
      continue;
    }
    if (state == CLOSED && closed != to && quotedLines != linesBefore) {
      // What closes the quotes is inside a later line's cell: the opening one was text. Read the cell again so.
      textQuote = cell;
      passOver = 0;
      state = UNQUOTED;
      quotedLines = linesBefore;
      base = cell;
      bits = 0;
      continue;
    }
    filled = filled || to > cell;

    if (column < width) {
      let from = cell;
      if (state != UNQUOTED) {
        if (state == CLOSED && closed == to) {
          from++;
          to--;
        } else {
          event = note(event, BAD_QUOTE, rows, lines, column, from, to);
          doubled = 0;
        }
      }
      const target = load<i32>(plan + ((column as usize) << 2));
      if (target >= 0) {
        let value: f64 = NaN;
        if (from < to) {
          value = askedNumber(from, to, point, tables, (target & WHOLE) != 0);
          if (value != value) {
            while (from < to && isBlank(load<u8>(from))) from++;
            while (from < to && isBlank(load<u8>(to - 1))) to--;
            if (from < to) value = numberByDigits(from, to, point, tables);
            if (value != value) event = note(event, JUDGE, rows, lines, column, from, to);
          }
          if (markers && isMarker(job, markers, value)) {
            value = NaN;
            event = note(event, JUDGE, rows, lines, column, from, to);
          } else if (large) {
            event = note(event, value < 0 ? LARGE_NEGATIVE : LARGE, rows, lines, column, from, to);
            store<u64>(event - 8, large);
          } else if (abs<f64>(value) == Infinity) {
            // Too large for float64: an infinity that is written as a word is none for `askedNumber`.
            event = note(event, JUDGE, rows, lines, column, from, to);
          }
          if (target & WHOLE && !whole && value == value) store<i32>(plan + ((column as usize) << 2), target & ~WHOLE);
        } else event = missing(event, empty, rows, lines, column, from, to);
        store<f64>(rowAddress + ((target & ~WHOLE) as usize), value);
      } else if (target != SKIP) {
        const place = textCell + (~target << 3);
        store<u32>(place, ((from - origin) as u32) | (state == CLOSED ? doubled : 0));
        store<u32>(place, (to - origin) as u32, 4);
        if (from == to) event = missing(event, empty, rows, lines, column, from, to);
      }
    } else over = over || to > cell;
    column++;
    cell = position + 1;
    state = UNQUOTED;
    if (!ends) {
      if (trimStart) cell = behindBlanks(cell, end);
      continue;
    }
    if (dropEmptyRows && !filled) {
      forgetEmpty(empty, min(column, width), rows);
      event = note(committed, BLANK_LINE, rows, lines, 0, record, position);
      lines++;
      column = 0;
      record = cell;
      if (runs) cell = behindBlanks(record, end);
      committed = event;
      state = record < end && (load<u8>(record) as u32) == comment ? IN_COMMENT : UNQUOTED;
      if (event > eventsEnd) break;
      continue;
    }
    filled = false;

    if (over) {
      event = note(event, LONG_ROW, rows, lines, column, record, position);
      over = false;
    }
    if (column < width) {
      event = note(event, SHORT_ROW, rows, lines, column, record, position);
      for (; column < width; column++) {
        const target = load<i32>(plan + ((column as usize) << 2));
        if (target == SKIP) continue;
        event = missing(event, empty, rows, lines, column, record, record);
        if (target >= 0) store<f64>(rowAddress + ((target & ~WHOLE) as usize), NaN);
        else store<u64>(textCell + (~target << 3), 0);
      }
    }
    if (((phase + rows) & mask) == 0) {
      store<u32>(checkpoint, record as u32);
      checkpoint += 4;
    }
    rows++;
    lines += 1 + quotedLines;
    quotedLines = 0;
    rowAddress += rowBytes;
    textCell += textBytes;
    column = 0;
    record = cell;
    if (runs) cell = behindBlanks(record, end);
    committed = event;
    if (record < end && (load<u8>(record) as u32) == comment) state = IN_COMMENT;
    if (rows == mostRows || event > eventsEnd) break;
  }
  if (record < end) forgetEmpty(empty, min(column, width), rows);
  return answer(job, rows, lines, committed, min(record, end), quotesSeen);
}
