import { FormatError } from "../../errors.ts";
import { type ByteSource, partOf } from "../byte-source.ts";
import { carriageReturn, doubleQuote, lineFeed, noByte } from "./dialect.ts";
import { withDoubledQuotes } from "./escaped-source.ts";
import type { CsvOptions } from "./options.ts";
import { characterByte } from "./sniff/characters.ts";
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
  const guess = sniffEncoding(sample, sample.length === source.size, options.encoding, why);
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
  return { text, bytes, whole, guess, sniffed: sniff(bytes, guess.plain ? guess.markLength : 0, whole, options) };
}

function unescaped(source: ByteSource, { escape: mark = "none", quote }: CsvOptions, encoding: string): ByteSource {
  const escapeByte = characterByte(mark, "escape");
  const quoteByte = quote === undefined ? doubleQuote : characterByte(quote, "quote");
  return escapeByte === noByte || quoteByte === noByte ? source : withDoubledQuotes(source, escapeByte, quoteByte, encoding);
}

async function readSample(source: ByteSource): Promise<Uint8Array> {
  for (let size = usualSample; ; size *= 4) {
    const sample = await source.read(0, Math.min(size, source.size));
    if (sample.length === source.size || size >= largestSample || holdsLines(sample)) return sample;
  }
}

function holdsLines(bytes: Uint8Array): boolean {
  let lines = 0;
  for (let at = -1; lines < fewRecords; lines++) {
    at = Math.max(bytes.indexOf(lineFeed, at + 1), bytes.indexOf(carriageReturn, at + 1));
    if (at < 0) return false;
  }
  return true;
}
