/** How many of the bytes [from, end) are `byte`. 16 bytes are readable from every one of them. */
export function countByte(from: usize, end: usize, byte: u32): u32 {
  const wanted = i8x16.splat(byte as i8);
  let count: u32 = 0;
  for (; from + 16 <= end; from += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(from), wanted)));
  if (from < end) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(from), wanted)) & ((1 << (end - from)) - 1));
  return count;
}
