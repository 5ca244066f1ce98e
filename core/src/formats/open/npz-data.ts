import { free } from "../../array/empty.ts";
import { ArgscopeError, FormatError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { type NpzFile, openNpz } from "../npz/open-npz.ts";
import type { Data } from "./data.ts";
import type { Choice, OpenOptions } from "./options.ts";

/** As many arrays are described to choose from: their headers have to be unpacked. */
const MAX_DESCRIBED = 1000;

/** The array of an .npz file that is asked for, or the only one; else all their names. */
export async function openArrays(source: ByteSource, { array: wanted, control }: OpenOptions): Promise<Data> {
  const file = await openNpz(source);
  const name = wanted ?? (file.names.length === 1 ? file.names[0] : undefined);
  if (file.names.length === 0) throw new FormatError("The archive holds no array.", { byte: 0 });
  if (name === undefined) return { kind: "choice", format: "npz", of: "array", choices: await choicesOf(file) };
  const array = await file.read(name, control);
  return { kind: "array", format: "npz", array, sentences: [], release: () => free(array) };
}

async function choicesOf(file: NpzFile): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const [k, name] of file.names.entries()) choices.push(k < MAX_DESCRIBED ? await choiceOf(file, name) : { name });
  return choices;
}

async function choiceOf(file: NpzFile, name: string): Promise<Choice> {
  try {
    return { name, ...(await file.describe(name)) };
  } catch (error) {
    // One array that cannot be read hides none of the others.
    if (error instanceof ArgscopeError && error.tag !== "Cancelled") return { name, problem: error.message };
    throw error;
  }
}
