import type { Random } from "./random.ts";

/** The text of a random basic index, mostly one that fits an array of this shape. */
export function randomIndex(random: Random, shape: readonly number[]): string {
  const entries = shape.map((length) => randomEntry(random, length));
  if (random.oneIn(3)) entries.splice(random.integer(0, entries.length), random.integer(0, 2), "...");
  if (random.oneIn(4)) entries.splice(random.integer(0, entries.length), 0, random.pick(["None", "np.newaxis"]));
  if (random.oneIn(4)) entries.pop();
  if (random.oneIn(15)) entries.push(random.pick(["0", ":", "...", "1.5", "::0"]));
  return entries.length === 0 ? "..." : entries.join(random.pick([",", ", ", " , "]));
}

function randomEntry(random: Random, length: number): string {
  const around = () => String(random.integer(-length - 2, length + 2));
  if (random.oneIn(4)) return random.oneIn(6) ? around() : String(random.integer(-length, Math.max(length - 1, 0)));
  const bound = () => (random.oneIn(2) ? "" : around());
  const step = random.pick(["", "", ":", ":1", ":2", ":3", ":-1", ":-2", ":-3", `:${around()}`]);
  return `${bound()}:${bound()}${step}`;
}
