import type { ReadingOptions, Remembered } from "@argscope/core/contract/opening.ts";

const PLACE = "argscope.reading";
/** Files whose reading is remembered; then the one that was chosen longest ago is forgotten. */
const MOST = 200;

/** What was chosen for files of that size, in bytes. */
export function recalled(size: number): readonly Remembered[] {
  return all().filter(({ fingerprint }) => fingerprint.startsWith(`${size}:`));
}

/** Remembers how a file is to be read. Without any choice there is nothing to remember. */
export function remember(fingerprint: string, options: ReadingOptions): void {
  const others = all().filter((known) => known.fingerprint !== fingerprint);
  const chosen = Object.keys(options).length === 0 ? [] : [{ fingerprint, options }];
  keep([...others, ...chosen].slice(-MOST));
}

function all(): readonly Remembered[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRemembered) : [];
  } catch {
    // Someone else wrote there, or nothing may be kept here: then nothing is remembered.
    return [];
  }
}

function keep(known: readonly Remembered[]): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(known));
  } catch {
    // No room, or nothing may be kept: the choice holds for this time.
  }
}

/** What is kept may be of another version of the program, or of anybody. */
function isRemembered(known: unknown): known is Remembered {
  if (typeof known !== "object" || known === null) return false;
  const { fingerprint, options } = known as Partial<Remembered>;
  return typeof fingerprint === "string" && typeof options === "object" && options !== null;
}
