import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Origin, ReadingOptions } from "../contract/opening.ts";
import type { Control } from "../contract/worker.ts";
import { type NumberStyle, plainStyle, styleOf } from "../edits/number-style.ts";
import { ValueError } from "../errors.ts";
import { compile, evaluate } from "../expression/index.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import type { ArrayData, TableData } from "../formats/open/data.ts";
import { subjectOf } from "../table/subject.ts";
import type { TextColumn } from "../table/text-column.ts";
import { pickSentences } from "./pick-sentences.ts";
import { openPicked, type Wanted } from "./picks.ts";
import { RowTexts } from "./row-texts.ts";

/** What a source became. `release` gives all of its memory back. */
export interface Reading {
  readonly kind: "table" | "array";
  readonly array: NdArray;
  /** Names of the array's columns; empty for a plain array. */
  readonly columns: readonly string[];
  readonly labels: readonly TextColumn[];
  /** Sentences about what was decided, most important first. */
  readonly receipt: readonly string[];
  readonly origin: Origin;
  /** The numbers' own text, where the file has one. */
  readonly texts: RowTexts | null;
  /** As the format opened it; null for what no file was opened for. */
  readonly data: TableData | ArrayData | null;
  /** The file's bytes, as long as this is held; null for what no file was opened for. */
  readonly source: ByteSource | null;
  readonly release: () => void;
}

/** How a source is read: what was said about it, and whether that was remembered from an earlier time. */
export interface Manner {
  readonly options: ReadingOptions;
  readonly isRemembered: boolean;
  readonly fingerprint: string | null;
}

/**
 * Reads a source to its end. Its content decides what it is. Of a file that holds several things the first that can be opened is
 * read, unless the options name one.
 *
 * @throws {ArgscopeError} it cannot be read, with the reason in one sentence that names the source; nothing is held then.
 */
export async function readSource(wanted: Omit<Wanted<Reading>, "make">, manner: Manner): Promise<Reading> {
  return openPicked({
    ...wanted,
    make(data, picks) {
      const reading = readingOf(data, wanted.source, { ...manner, format: data.format, picks });
      return { ...reading, receipt: [...picks.flatMap(pickSentences), ...reading.receipt] };
    },
  });
}

/** The array that a typed expression makes, such as `np.arange(12).reshape(3, 4)`; null where the text is none. */
export function madeReading(text: string, control: Control): Reading | null {
  if (!/^\s*(?:np|numpy)\./u.test(text)) return null;
  const made = evaluate(compile(text), null, control);
  if (made.kind !== "array") {
    throw new ValueError("There is no array yet that this could be asked of. Open a file, or type an array first.");
  }
  const { array } = made;
  return {
    kind: "array",
    array,
    columns: [],
    labels: [],
    receipt: [],
    origin: {
      format: "made",
      picks: [],
      fingerprint: null,
      options: {},
      isRemembered: false,
      hasText: false,
      ...plainStyle,
    },
    texts: null,
    data: null,
    source: null,
    release: () => free(array),
  };
}

/** Opened data as a reading, which owns it. */
export function readingOf(data: TableData | ArrayData, source: ByteSource, origin: KnownOrigin): Reading {
  return data.kind === "table" ? tableReading(data, source, origin) : arrayReading(data, source, origin);
}

/** What is known of an origin before the data is looked into. */
type KnownOrigin = Omit<Origin, "hasText" | keyof NumberStyle>;

function tableReading(data: TableData, source: ByteSource, origin: KnownOrigin): Reading {
  const { table, text, sentences } = data;
  const { array, isCopy, columns, labels } = subjectOf(table, origin.options, source.name);
  const places = new Map(table.columns.map(({ name, index }) => [name, index]));
  const fileColumns = columns.map((name) => places.get(name) ?? -1);
  const texts = text === null || table.rowOffsets.length === 0 ? null : new RowTexts(table, text, array, fileColumns);
  return {
    kind: "table",
    array,
    columns,
    labels,
    receipt: sentences,
    origin: { ...origin, hasText: texts !== null, ...(text === null ? plainStyle : styleOf(table.dialect)) },
    texts,
    data,
    source,
    release() {
      if (isCopy) free(array);
      data.release();
    },
  };
}

function arrayReading(data: ArrayData, source: ByteSource, origin: KnownOrigin): Reading {
  const { array, sentences, release } = data;
  return {
    kind: "array",
    array,
    columns: [],
    labels: [],
    receipt: sentences,
    origin: { ...origin, hasText: false, ...plainStyle },
    texts: null,
    data,
    source,
    release,
  };
}
