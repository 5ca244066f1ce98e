import { FormatError } from "../../errors.ts";
import { type ByteSource, partOf } from "../byte-source.ts";
import { carriageReturn, doubleQuote, lineFeed, noByte } from "./dialect.ts";
import { withDoubledQuotes } from "./escaped-source.ts";
import type { CsvOptions } from "./options.ts";
import { characterByte, charactersOf, isAscii } from "./sniff/characters.ts";
import { type EncodingGuess, sniffEncoding } from "./sniff/encoding.ts";
import { type Sniffed, sniff } from "./sniff/index.ts";
import { binaryKind } from "./sniff/signature.ts";
import type { Task } from "./task.ts";
import { transcoded } from "./transcode.ts";

/** What decisions about the whole file are made from, in bytes. */
const usualSample = 1 << 18;
/** More is read where so much does not hold a few whole records. */
const largestSample = 1 << 26;
const fewRecords = 2;
/** Bytes that show the encoding of a sample that is all ASCII. */
const enoughAscii = 1 << 14;

/** A file's start, and what it says about the whole. */
export interface FileSample {
  /** The file's text: the source, or what reads it as UTF-8. */
  readonly text: ByteSource;
  /** The first bytes of the text. */
  readonly bytes: Uint8Array;
  /** They are all of it. */
  readonly whole: boolean;
  readonly guess: EncodingGuess;
  readonly sniffed: Sniffed;
}

/**
 * Decides from a file's start how to read it.
 *
 * @param why the encoding that `options` has was found by an earlier reading, and why
 * @param reach bytes of the file behind which a text that is not UTF-8 may be cut off
 * @throws {FormatError} the source is empty, or is no text.
 */
export async function sampleOf(
  source: ByteSource,
  options: CsvOptions,
  why: string | undefined,
  task: Task,
  reach = Infinity,
): Promise<FileSample> {
  if (source.size === 0) throw new FormatError(`${source.name} is empty: it has no bytes. Choose a file with rows of data.`);
  const sample = await readSample(source);
  const characters = charactersOf(sample);
  const guess = guessEncoding(sample, characters, sample.length === source.size, options.encoding, why);
  const kind = guess.encoding.startsWith("utf-16") ? null : binaryKind(sample);
  if (kind !== null) {
    const message = `${source.name} is not a table: it looks like ${kind}. Choose a text file with rows of data.`;
    throw new FormatError(message, { byte: 0 });
  }
  const file = unescaped(source, options, guess.encoding);
  // The whole file as it is at any time: it may be saved and then be longer.
  const part = reach === Infinity ? file : partOf(file, reach);
  const text = guess.plain ? file : await transcoded(part, guess.encoding, guess.markLength, task);
  if (text.size === 0) throw new FormatError(`${source.name} is empty: it has no text. Choose a file with rows of data.`);
  const bytes = text === source ? sample : await readSample(text);
  const whole = bytes.length === text.size;
  const start = guess.plain ? guess.markLength : 0;
  const sniffed = sniff(bytes, bytes === sample ? characters : charactersOf(bytes), start, whole, options);
  return { text, bytes, whole, guess, sniffed };
}

/** As `sniffEncoding`; of bytes that are all ASCII the first say as much as all, and in a wide file there are millions. */
function guessEncoding(
  sample: Uint8Array,
  characters: string,
  ...how: [boolean, string | undefined, string | undefined]
): EncodingGuess {
  return sniffEncoding(isAscii(sample, characters) ? sample.subarray(0, enoughAscii) : sample, ...how);
}

function unescaped(source: ByteSource, { escape: mark = "none", quote }: CsvOptions, encoding: string): ByteSource {
  const escapeByte = characterByte(mark, "escape");
  const quoteByte = quote === undefined ? doubleQuote : characterByte(quote, "quote");
  return escapeByte === noByte || quoteByte === noByte ? source : withDoubledQuotes(source, escapeByte, quoteByte, encoding);
}

async function readSample(source: ByteSource): Promise<Uint8Array> {
  let sample = await source.read(0, Math.min(usualSample, source.size));
  for (let size = usualSample; sample.length < source.size && size < largestSample && !holdsLines(sample); ) {
    size *= 4;
    const rest = await source.read(sample.length, Math.min(size, source.size));
    const longer = new Uint8Array(sample.length + rest.length);
    longer.set(sample);
    longer.set(rest, sample.length);
    sample = longer;
  }
  // Megabytes of a row that is not whole say nothing that the whole ones do not.
  const lines = sample.length > usualSample && sample.length < source.size ? sample.lastIndexOf(lineFeed) + 1 : 0;
  return lines > 0 ? sample.subarray(0, lines) : sample;
}

/** There are a few line endings, of one sort. */
function holdsLines(bytes: Uint8Array): boolean {
  return hasTimes(bytes, lineFeed, fewRecords) || hasTimes(bytes, carriageReturn, fewRecords);
}

function hasTimes(bytes: Uint8Array, byte: number, times: number): boolean {
  let at = -1;
  for (let k = 0; k < times; k++) {
    at = bytes.indexOf(byte, at + 1);
    if (at < 0) return false;
  }
  return true;
}
