import { DOUBLED, INVALID, QUOTE, ROWS, START, TEXT_BYTES, TEXT_CELLS, TEXT_COLUMNS } from "./job";
import { isUtf8 } from "./utf8";

/** Copies a cell a vector at a time: what is copied beyond its end is overwritten by the next one. @returns not 0: beyond ASCII */
// @ts-ignore: decorator
@inline
function copy(from: usize, to: usize, length: usize): i32 {
  let upper = 0;
  for (let at: usize = 0; at < length; at += 16) {
    const bytes = v128.load(from + at);
    v128.store(to + at, bytes);
    const beyond = i8x16.bitmask(bytes);
    upper |= length - at >= 16 ? beyond : beyond & ((1 << (length - at)) - 1);
  }
  return upper;
}

/** Copies a cell with each doubled quote made one. @returns the address behind the copy */
function copySingle(from: usize, end: usize, to: usize, quote: u32): usize {
  for (; from < end; from++) {
    const byte: u32 = load<u8>(from);
    store<u8>(to++, byte);
    if (byte == quote) from++;
  }
  return to;
}

/**
 * Puts the text that a scan found together: the cells of each text column one behind the other, the columns likewise. In the
 * list of cells the second word of each becomes where the cell ends, counted from its column's first byte.
 */
export function gatherText(job: usize): void {
  const origin = load<u32>(job, START) as usize;
  const quote = load<u32>(job, QUOTE);
  const columns = load<u32>(job, TEXT_COLUMNS) as usize;
  const rows = load<u32>(job, ROWS) as usize;
  const step = columns << 3;
  let to = load<u32>(job, TEXT_BYTES) as usize;
  let invalid: u32 = 0;
  for (let column: usize = 0; column < columns; column++) {
    const first = to;
    let place = (load<u32>(job, TEXT_CELLS) as usize) + (column << 3);
    for (let row: usize = 0; row < rows; row++, place += step) {
      const start = load<u32>(place);
      const from = origin + ((start & ~DOUBLED) as usize);
      const end = origin + (load<u32>(place, 4) as usize);
      if (copy(from, to, end - from) && !isUtf8(from, end)) invalid = 1;
      to = start & DOUBLED ? copySingle(from, end, to, quote) : to + (end - from);
      store<u32>(place, (to - first) as u32, 4);
    }
  }
  store<u32>(job, invalid, INVALID);
}
