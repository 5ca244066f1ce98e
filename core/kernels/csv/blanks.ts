/** The first byte from `at` on that is no space. */
export function behindBlanks(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) == 32) at++;
  return at;
}

/** A space or a tab. */
// @ts-ignore: decorator
@inline
export function isBlank(byte: u32): bool {
  return byte == 32 || byte == 9;
}
