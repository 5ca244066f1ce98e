// @ts-ignore: decorator
@inline
function bits16(at: usize, delimiter: v128, quote: v128): u64 {
  const bytes = v128.load(at);
  const endings = v128.or(i8x16.eq(bytes, i8x16.splat(10)), i8x16.eq(bytes, i8x16.splat(13)));
  const marks = v128.or(i8x16.eq(bytes, delimiter), i8x16.eq(bytes, quote));
  // Unsigned first: 16 bits with nothing to clear above them.
  return i8x16.bitmask(v128.or(endings, marks)) as u32 as u64;
}

/** Which of the 64 bytes from `at` on are delimiters, quotes, CR or LF: bit k stands for byte k. */
// @ts-ignore: decorator
@inline
export function structure64(at: usize, delimiter: v128, quote: v128): u64 {
  return (
    bits16(at, delimiter, quote) |
    (bits16(at + 16, delimiter, quote) << 16) |
    (bits16(at + 32, delimiter, quote) << 32) |
    (bits16(at + 48, delimiter, quote) << 48)
  );
}
