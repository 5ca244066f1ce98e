import type { Pick, ReadingOptions } from "../contract/opening.ts";
import { ArgscopeError, UnsupportedError } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import type { ArrayData, ChoiceData, TableData } from "../formats/open/data.ts";
import { openData } from "../formats/open/open-data.ts";
import type { OpenOptions } from "../formats/open/options.ts";

/** Of a file with very many parts that cannot be opened, so many are tried. */
const MOST_TRIED = 12;

/** What to open, what is known of it, and what to make of it. */
export interface Wanted<R> {
  readonly source: ByteSource;
  readonly options: OpenOptions;
  /** What an earlier answer said that the source holds: it is not listed again. */
  readonly known: readonly Pick[];
  /** Throws where what was opened is of no use; then the next of several things is tried. It owns the data only if it does not. */
  readonly make: (data: TableData | ArrayData, picks: readonly Pick[]) => R;
}

/**
 * Opens a source; of several things in it the one that the options name, else the first that can be opened. Those before it say
 * why they were not.
 *
 * @throws {ArgscopeError} what is named cannot be opened, or nothing can: why, for the first.
 */
export function openPicked<R>(wanted: Wanted<R>): Promise<R> {
  const { array: _a, sheet: _s, entry: _e, ...plain } = wanted.options;
  return pickIn(wanted, plain, []);
}

/** @param options of the wanted names only those of `outer` */
async function pickIn<R>(wanted: Wanted<R>, options: OpenOptions, outer: readonly Pick[]): Promise<R> {
  const listed = wanted.known[outer.length];
  const listedName = listed === undefined ? undefined : wanted.options[listed.of];
  if (listed !== undefined && listedName !== undefined)
    return inside(wanted, options, outer, { ...listed, chosen: listedName });
  const data = await openData(wanted.source, options);
  if (data.kind !== "choice") {
    try {
      return wanted.make(data, outer);
    } catch (error) {
      data.release();
      throw error;
    }
  }
  const { of, choices } = data;
  if (outer.some((pick) => pick.of === of)) {
    throw new UnsupportedError(`${outer.at(-1)?.chosen} in ${wanted.source.name} holds several things. Unpack it first.`);
  }
  const name = wanted.options[of];
  return name === undefined
    ? firstOf(wanted, options, outer, data)
    : inside(wanted, options, outer, { of, chosen: name, choices });
}

function inside<R>(wanted: Wanted<R>, options: OpenOptions, outer: readonly Pick[], pick: Pick): Promise<R> {
  return pickIn(wanted, { ...options, [pick.of]: pick.chosen } satisfies ReadingOptions, [...outer, pick]);
}

async function firstOf<R>(wanted: Wanted<R>, options: OpenOptions, outer: readonly Pick[], data: ChoiceData): Promise<R> {
  const { of } = data;
  const choices = [...data.choices];
  let first: unknown = null;
  let tried = 0;
  for (const [k, choice] of choices.entries()) {
    if (choice.problem !== undefined) continue;
    if (tried++ === MOST_TRIED) break;
    try {
      return await inside(wanted, options, outer, { of, chosen: choice.name, choices });
    } catch (error) {
      if (!isAboutOne(error)) throw error;
      first ??= error;
      choices[k] = { ...choice, problem: error.message };
    }
  }
  if (first !== null) throw first;
  const why = choices[0]?.problem ?? "it is empty";
  throw new UnsupportedError(`${wanted.source.name} has no ${of} that can be opened: ${why}`);
}

/** The refusal is about this one of several things, and says nothing of the others. */
function isAboutOne(error: unknown): error is ArgscopeError {
  return error instanceof ArgscopeError && !["Cancelled", "Access", "Internal"].includes(error.tag);
}
