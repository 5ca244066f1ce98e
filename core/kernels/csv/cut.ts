import { behindBlanks } from "./blanks";

// What the caller asks for, as 32-bit words; core/src/formats/csv/kernel-cutter.ts names the same ones. Places among the bytes
// count from BYTES.
const BYTES: usize = 0;
const LENGTH: usize = 4;
const FROM: usize = 8;
const LIMIT: usize = 12;
const FINAL: usize = 16;
const DELIMITER: usize = 20;
const QUOTE: usize = 24;
const COMMENT: usize = 28;
const POINT: usize = 32;
const TRIM_START: usize = 36;
const DROP_EMPTY_ROWS: usize = 40;
/** Addresses of four words for each record, of two for each cell, and of a byte for each, as `CutRecords` says. */
const RECORDS: usize = 44;
const SPANS: usize = 48;
const NUMBERS: usize = 52;
/** Cells that there is room for. */
const ROOM: usize = 56;
// And what it is told.
const COUNT: usize = 64;
const CELLS: usize = 68;
const DROPPED: usize = 72;

/** A quote that is not closed within so many lines is taken for text. */
const STRAY_LINES: u32 = 3;

// Of the record that was read last: its lines, and whether all its cells are empty, none of them in quotes.
let lines: u32 = 0;
let empty: bool = false;
/** Cells so far, those of records that are left out not among them. */
let cells: u32 = 0;

// @ts-ignore: decorator
@inline
function endsLine(byte: u32): bool {
  return byte == 10 || byte == 13;
}

/** The first delimiter or line ending of [at, end); `end` where there is none. Reads up to 16 bytes more. */
// @ts-ignore: decorator
@inline
function cellEnd(at: usize, end: usize, delimiters: v128): usize {
  for (; at < end; at += 16) {
    const bytes = v128.load(at);
    const endings = v128.or(i8x16.eq(bytes, i8x16.splat(10)), i8x16.eq(bytes, i8x16.splat(13)));
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, delimiters), endings));
    if (found) return min<usize>(at + (ctz(found) as usize), end);
  }
  return end;
}

/** Behind what ends a line at `at`; beyond the end where it is not known whether that is all of it. */
function behindLineEnding(at: usize, end: usize): usize {
  if (at >= end || load<u8>(at) != 13) return at + 1;
  return at + (at + 1 == end || load<u8>(at, 1) == 10 ? 2 : 1);
}

/** Behind the closing quote; the end where there is none. */
function quotedEnd(open: usize, end: usize, quote: u32): usize {
  for (let at = open + 1; at < end; at++) {
    if ((load<u8>(at) as u32) != quote) continue;
    if (at + 1 == end || (load<u8>(at, 1) as u32) != quote) return at + 1;
    at++;
  }
  return end;
}

function linesIn(start: usize, stop: usize, end: usize): u32 {
  let count: u32 = 0;
  for (let at = start; at < stop; at++) {
    const byte = load<u8>(at);
    if (byte == 10 || (byte == 13 && (at + 1 == end || load<u8>(at, 1) != 10))) count++;
  }
  return count;
}

/** Nothing closes the quotes, or what does is inside a later line's cell. */
function isStray(open: usize, close: usize, end: usize, delimiter: u32): bool {
  if (close == end) return linesIn(open, close, end) >= STRAY_LINES;
  const behind: u32 = load<u8>(close);
  return behind != delimiter && !endsLine(behind) && linesIn(open, close, end) > 0;
}

/** For each of 16 bytes a bit: it is no digit. */
// @ts-ignore: decorator
@inline
function notDigits(at: usize): u32 {
  return i8x16.bitmask(i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(48)), i8x16.splat(9)));
}

/** Behind the digits at `at`, at most `to`. Reads up to 16 bytes more. */
// @ts-ignore: decorator
@inline
function behindDigits(at: usize, to: usize): usize {
  for (; at < to; at += 16) {
    const others = notDigits(at);
    if (others) return min<usize>(at + (ctz(others) as usize), to);
  }
  return to;
}

/** Digits, a sign, a point among or beside them, an exponent, and nothing else. Reads up to 32 bytes from a cell's start. */
function isNumber(from: usize, to: usize, point: u32): bool {
  if (from == to) return false;
  const first: u32 = load<u8>(from);
  // Most words begin with a letter, behind the digits.
  if (first > 57 && first != point) return false;
  const length = to - from;
  if (length < 32) {
    // Most numbers: digits, and at most a point.
    const others = (notDigits(from) | (notDigits(from + 16) << 16)) & ((1 << (length as u32)) - 1);
    if (!others) return true;
    if (!(others & (others - 1)) && (load<u8>(from + (ctz(others) as usize)) as u32) == point) return length > 1;
  }
  const sign: u32 = load<u8>(from);
  let at = sign == 43 || sign == 45 ? from + 1 : from;
  const whole = behindDigits(at, to);
  let digits = whole - at;
  at = whole;
  if (at < to && (load<u8>(at) as u32) == point) {
    at = behindDigits(at + 1, to);
    digits += at - whole - 1;
  }
  if (digits == 0) return false;
  if (at == to) return true;
  if (((load<u8>(at) as u32) | 32) != 101) return false;
  at++;
  if (at < to && (load<u8>(at) == 43 || load<u8>(at) == 45)) at++;
  return at < to && behindDigits(at, to) == to;
}

/** Notes the cells of a record. @returns where the next one starts: past the end where the line ending is not among the bytes; 0 without room */
function cutRecord(job: usize, start: usize, end: usize): usize {
  const delimiter = load<u32>(job, DELIMITER);
  const delimiters = i8x16.splat(delimiter as i8);
  const quote = load<u32>(job, QUOTE);
  const point = load<u32>(job, POINT);
  const trimStart = load<u32>(job, TRIM_START) != 0;
  const runs = trimStart && delimiter == 32;
  const origin = load<u32>(job, BYTES) as usize;
  const room = load<u32>(job, ROOM);
  const first = cells;
  let number = (load<u32>(job, NUMBERS) as usize) + cells;
  let span = (load<u32>(job, SPANS) as usize) + ((cells as usize) << 3);
  lines = 1;
  empty = true;
  let at = runs ? behindBlanks(start, end) : start;
  while (true) {
    if (trimStart && at > start) at = behindBlanks(at, end);
    const open = at;
    let close = at;
    let quoted = false;
    if (at < end && (load<u8>(at) as u32) == quote) {
      close = quotedEnd(at, end, quote);
      if (isStray(at, close, end, delimiter)) close = at;
      else lines += linesIn(at, close, end);
      at = close;
      quoted = true;
    }
    at = cellEnd(at, end, delimiters);
    // Blanks behind the last cell part it from nothing.
    if (runs && at == open && cells > first) break;
    if (cells == room) return 0;
    store<u8>(number, (!quoted && isNumber(open, at, point)) as u8);
    quoted = close > open + 1 && close == at && (load<u8>(close - 1) as u32) == quote;
    const from = (open - origin) as i32;
    store<i32>(span, quoted ? ~(from + 1) : from);
    store<i32>(span, (at - origin) as i32 - (quoted as i32), 4);
    number++;
    span += 8;
    cells++;
    if (at > open) empty = false;
    if (at >= end || (load<u8>(at) as u32) != delimiter) break;
    at++;
  }
  return behindLineEnding(at, end);
}

/**
 * The first whole records of some bytes and their cells, as `cutRecords` finds them (core/src/formats/csv/record-cutter.ts). The
 * bytes have 64 readable ones before and after them, and there is room for the records, of which there are `LIMIT` at most.
 *
 * @returns whether there was room for all cells
 */
export function cutSample(job: usize): bool {
  const origin = load<u32>(job, BYTES) as usize;
  const end = origin + (load<u32>(job, LENGTH) as usize);
  const limit = load<u32>(job, LIMIT);
  const final = load<u32>(job, FINAL) != 0;
  const comment = load<u32>(job, COMMENT);
  const dropEmptyRows = load<u32>(job, DROP_EMPTY_ROWS) != 0;
  let record = load<u32>(job, RECORDS) as usize;
  let count: u32 = 0;
  let line: u32 = 1;
  let dropped = false;
  cells = 0;
  let at = origin + (load<u32>(job, FROM) as usize);
  while (at < end && count < limit) {
    const first = cells;
    let next: usize;
    if ((load<u8>(at) as u32) == comment) {
      next = at;
      while (next < end && !endsLine(load<u8>(next))) next++;
      next = behindLineEnding(next, end);
      lines = 1;
      empty = true;
    } else {
      next = cutRecord(job, at, end);
      if (next == 0) return false;
    }
    if (next > end && !final) {
      cells = first;
      break;
    }
    const wide = cells - first > 1;
    if (!empty || (wide && !dropEmptyRows)) {
      store<u32>(record, line);
      store<u32>(record, (at - origin) as u32, 4);
      store<u32>(record, (next - origin) as u32, 8);
      store<u32>(record, first, 12);
      record += 16;
      count++;
    } else {
      cells = first;
      if (wide) dropped = true;
    }
    at = next;
    line += lines;
  }
  store<u32>(job, count, COUNT);
  store<u32>(job, cells, CELLS);
  store<u32>(job, dropped as u32, DROPPED);
  return true;
}
