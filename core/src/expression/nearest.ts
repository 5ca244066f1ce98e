/** Names further away than this are no slip of the finger. */
const FARTHEST = 2;
/** Nobody mistypes a name as long as this. */
const LONGEST = 30;

/** ` (did you mean argmin?)` where one of the names is nearly what was written; else nothing. */
export function didYouMean(written: string, names: Iterable<string>): string {
  let best: string | null = null;
  let least = Math.min(FARTHEST, written.length - 1) + 1;
  if (written.length > LONGEST) return "";
  for (const name of names) {
    const distance = changes(written.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best === null ? "" : ` (did you mean ${best}?)`;
}

/** Letters to insert, drop or replace to make one word of the other (Levenshtein's distance). */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, k) => k);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let k = 1; k <= to.length; k++) {
      const replaced = (row[k - 1] as number) + (from[i - 1] === to[k - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[k] as number) + 1, (next[k - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
