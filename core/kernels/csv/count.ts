/** Vectors whose hits a byte of each lane can count, four at a time. */
const FOURS: usize = 63;

// @ts-ignore: decorator
@inline
function hits(at: usize, wanted: v128): v128 {
  return i8x16.eq(v128.load(at), wanted);
}

/** How many of the bytes [from, end) are `byte`. 16 bytes are readable from every one of them. */
export function countByte(from: usize, end: usize, byte: u32): u32 {
  const wanted = i8x16.splat(byte as i8);
  let sums = i32x4.splat(0);
  while (from + 64 <= end) {
    const stop = from + 64 * min<usize>(FOURS, (end - from) >> 6);
    // A hit is -1 in its lane.
    let counts = i8x16.splat(0);
    for (; from < stop; from += 64) {
      const first = i8x16.add(hits(from, wanted), hits(from + 16, wanted));
      const second = i8x16.add(hits(from + 32, wanted), hits(from + 48, wanted));
      counts = i8x16.sub(counts, i8x16.add(first, second));
    }
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts)));
  }
  let count: u32 =
    i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3);
  for (; from + 16 <= end; from += 16) count += popcnt(i8x16.bitmask(hits(from, wanted)));
  if (from < end) count += popcnt(i8x16.bitmask(hits(from, wanted)) & ((1 << (end - from)) - 1));
  return count;
}
