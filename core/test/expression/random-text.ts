import type { Random } from "../live/random.ts";
import { MALFORMED } from "./malformed-texts.ts";

const PIECES = [
  ..."( ) [ ] , . : = + - ... { } * ' \" # a np numpy argmin argmax min nanargmin nanmin axis keepdims None True False T reshape".split(
    " ",
  ),
  ..."transpose shape unravel_index array arange zeros ones full eye random default_rng integers size dtype out nan inf 0 1 2 -1".split(
    " ",
  ),
  ..."1.5 1e999 99999999999999999999 0x1F newaxis np.argmin( a.T a[ ::-1 axis=0 keepdims=True int8 \\ \n \t é \u{1f600} \ud800".split(
    " ",
  ),
  " ",
];

/** Text that may be anything: pieces of the language in any order, or an expression, mostly with a few characters changed. */
export function randomText(random: Random, expressions: readonly string[]): string {
  if (random.oneIn(2))
    return Array.from({ length: random.integer(0, 14) }, () => random.pick(PIECES)).join(random.pick(["", " "]));
  const text = random.pick(random.oneIn(3) ? MALFORMED.filter(({ length }) => length < 200) : expressions);
  if (random.oneIn(5)) return text;
  let changed = text;
  for (let changes = random.integer(1, 3); changes > 0; changes--) {
    const at = random.integer(0, changed.length);
    const kept = random.pick([0, 1, 2]);
    changed = changed.slice(0, at) + (random.oneIn(3) ? "" : random.pick(PIECES)) + changed.slice(at + kept);
  }
  return changed;
}
