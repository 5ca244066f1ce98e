import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Control, Source } from "../contract/worker.ts";
import { UnsupportedError, ValueError } from "../errors.ts";
import { compile, evaluate } from "../expression/index.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { noNumbersSentence } from "../formats/csv/index.ts";
import type { ArrayData, ChoiceData, TableData } from "../formats/open/data.ts";
import { openData } from "../formats/open/open-data.ts";
import type { TextColumn } from "../table/text-column.ts";
import { byteSource } from "./sources.ts";

/** What a source became. `release` gives all of its memory back, and its file. */
export interface Reading {
  readonly kind: "table" | "array";
  readonly array: NdArray;
  /** Names of the array's columns; empty for a plain array. */
  readonly columns: readonly string[];
  readonly labels: readonly TextColumn[];
  /** Sentences about what was decided, most important first. */
  readonly receipt: readonly string[];
  readonly release: () => void;
}

/**
 * Reads a source to its end. Its content decides what it is. Of a file that holds several things the first is read, and the
 * receipt names the others.
 *
 * @throws {ArgscopeError} it cannot be read, with the reason in one sentence that names the source; nothing is held then.
 */
export async function read(source: Source, control: Control): Promise<Reading> {
  const made = source.kind === "text" ? madeOf(source.text, control) : null;
  if (made !== null) return { kind: "array", array: made, columns: [], labels: [], receipt: [], release: () => free(made) };
  const bytes = byteSource(source);
  try {
    const { data, sentences } = await openFirst(bytes, control);
    const reading = data.kind === "table" ? tableReading(data, bytes.name) : arrayReading(data);
    return {
      ...reading,
      receipt: [...sentences, ...data.sentences],
      release: () => {
        data.release();
        bytes.close();
      },
    };
  } catch (error) {
    bytes.close();
    throw error;
  }
}

/** The array that a typed expression makes, such as `np.arange(12).reshape(3, 4)`; null where the text is none. */
function madeOf(text: string, control: Control): NdArray | null {
  if (!/^\s*(?:np|numpy)\./u.test(text)) return null;
  const made = evaluate(compile(text), null, control);
  if (made.kind === "array") return made.array;
  throw new ValueError("There is no array yet that this could be asked of. Open a file, or type an array first.");
}

interface First {
  readonly data: TableData | ArrayData;
  readonly sentences: readonly string[];
}

async function openFirst(source: ByteSource, control: Control): Promise<First> {
  const data = await openData(source, { control });
  if (data.kind !== "choice") return { data, sentences: [] };
  const name = firstOf(data, source.name);
  const chosen = await openData(source, { control, [data.of]: name });
  // A file in an archive may hold several things in its turn: that one is to be opened by itself.
  if (chosen.kind === "choice") throw new UnsupportedError(`${name} in ${source.name} holds several things. Unpack it first.`);
  const names = data.choices.map((choice) => choice.name).join(", ");
  return { data: chosen, sentences: [`Of the ${data.choices.length} in this file (${names}) this is "${name}".`] };
}

function firstOf({ choices, of }: ChoiceData, source: string): string {
  const first = choices.find(({ problem }) => problem === undefined);
  if (first !== undefined) return first.name;
  throw new UnsupportedError(`${source} has no ${of} that can be opened: ${choices[0]?.problem ?? "it is empty"}`);
}

function tableReading(data: TableData, name: string): Pick<Reading, "kind" | "array" | "columns" | "labels"> {
  const { table } = data;
  const sentence = noNumbersSentence(table, name);
  if (sentence !== null) {
    data.release();
    throw new ValueError(sentence);
  }
  const columns = table.numberColumns.map((column) => column.name);
  return { kind: "table", array: table.block(), columns, labels: table.labels };
}

function arrayReading({ array }: ArrayData): Pick<Reading, "kind" | "array" | "columns" | "labels"> {
  return { kind: "array", array, columns: [], labels: [] };
}
