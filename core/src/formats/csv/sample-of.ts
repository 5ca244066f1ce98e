import { FormatError } from "../../errors.ts";
import { startHelpers } from "../../pool/helpers.ts";
import { type ByteSource, partOf } from "../byte-source.ts";
import { doubleQuote, noByte } from "./dialect.ts";
import { withDoubledQuotes } from "./escaped-source.ts";
import type { CsvOptions } from "./options.ts";
import { readSample } from "./read-sample.ts";
import type { Known } from "./reconsider.ts";
import { isWorthSharing } from "./sharing.ts";
import { characterByte, charactersOf, isAscii } from "./sniff/characters.ts";
import { type EncodingGuess, sniffEncoding } from "./sniff/encoding.ts";
import { type Sniffed, sniff } from "./sniff/index.ts";
import { binaryKind } from "./sniff/signature.ts";
import type { Task } from "./task.ts";
import { transcoded } from "./transcode.ts";
import { warmScanner } from "./warm-scanner.ts";

/** Bytes of a file from which on it is worth some milliseconds to make ready for it. */
const large = 1 << 22;
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
 * @param known by earlier readings
 * @param reach bytes of the file behind which a text that is not UTF-8 may be cut off
 * @throws {FormatError} the source is empty, or is no text.
 */
export async function sampleOf(
  source: ByteSource,
  options: CsvOptions,
  known: Known,
  task: Task,
  reach = Infinity,
): Promise<FileSample> {
  if (source.size === 0) throw new FormatError(`${source.name} is empty: it has no bytes. Choose a file with rows of data.`);
  const mayCut = !known.wholeRows && !options.strict && options.rows === undefined;
  const { bytes: sample, rowBytes, isCut } = await readSample(source, mayCut);
  // Threads take their time to start: they are there when it is decided how to read the rest.
  if (reach === Infinity && isWorthSharing(source.size, rowBytes)) startHelpers();
  if (reach === Infinity && source.size >= large) warmScanner();
  const characters = charactersOf(sample);
  const guess = guessEncoding(sample, characters, sample.length === source.size, known.encoding ?? options.encoding, known.why);
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
  const bytes = text === source ? sample : (await readSample(text)).bytes;
  const whole = bytes.length === text.size;
  const start = guess.plain ? guess.markLength : 0;
  const end = whole ? "file" : isCut && bytes === sample ? "row" : "record";
  const sniffed = sniff(bytes, bytes === sample ? characters : charactersOf(bytes), start, end, options);
  if (end === "row" && !standsForRow(sniffed)) return sampleOf(source, options, { ...known, wholeRows: true }, task, reach);
  return { text, bytes, whole, guess, sniffed };
}

/** The first cells of a row say what the others are: names stand above, and all of them are numbers. */
function standsForRow({ isCut, header, dataLine, quotes, dialect, names, usual, numeric }: Sniffed): boolean {
  const isPlain = isCut && !quotes && !dialect.trimStart && header.value === 1 && dataLine === 2;
  return isPlain && names.length === usual && !numeric.includes(0);
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
