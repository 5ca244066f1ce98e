/** Whether the bytes [from, end) are valid UTF-8 by themselves (Unicode 15, table 3-7). */
export function isUtf8(from: usize, end: usize): bool {
  while (from < end) {
    const lead: u32 = load<u8>(from++);
    if (lead < 0x80) continue;
    let least: u32 = 0x80;
    let most: u32 = 0xbf;
    let more: usize;
    if (lead < 0xc2) return false;
    if (lead < 0xe0) more = 1;
    else if (lead < 0xf0) {
      more = 2;
      if (lead == 0xe0) least = 0xa0;
      else if (lead == 0xed) most = 0x9f;
    } else if (lead < 0xf5) {
      more = 3;
      if (lead == 0xf0) least = 0x90;
      else if (lead == 0xf4) most = 0x8f;
    } else return false;
    if (end - from < more) return false;
    for (; more > 0; more--) {
      const byte: u32 = load<u8>(from++);
      if (byte < least || byte > most) return false;
      least = 0x80;
      most = 0xbf;
    }
  }
  return true;
}
