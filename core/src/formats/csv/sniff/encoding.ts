import { ValueError } from "../../../errors.ts";
import { decoderOf } from "../../encoding/decoder.ts";
import { detectEncoding } from "./detect-encoding.ts";

/** How the file's bytes stand for text, and why that was decided. */
export interface EncodingGuess {
  /** A label of the WHATWG Encoding standard, or of a code page of MS-DOS. */
  readonly encoding: string;
  /** Bytes of the byte order mark. */
  readonly markLength: number;
  /** The bytes can be scanned as they are: they are UTF-8, and nothing in them needs mending. */
  readonly plain: boolean;
  /** Text that is not UTF-8 after all calls for another guess. */
  readonly open: boolean;
  readonly reason: string;
}

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const western = { encoding: "windows-1252", reason: "its bytes are not valid UTF-8" };

/**
 * Decides the encoding from the first bytes of a file: a byte order mark, else UTF-8 where the bytes are valid, else
 * the encoding that they make sense in, else windows-1252, which every byte is valid in.
 *
 * @param whole the sample is the whole file
 * @param chosen what the person said, or an earlier reading found @param why it is so
 */
export function sniffEncoding(sample: Uint8Array, whole: boolean, chosen?: string, why = "it was chosen"): EncodingGuess {
  const marked = marks.find(([, bytes]) => bytes.every((byte, at) => sample[at] === byte));
  const markLength = marked?.[1].length ?? 0;
  if (chosen !== undefined) {
    const encoding = known(chosen);
    return {
      encoding,
      markLength: encoding === marked?.[0] ? markLength : 0,
      plain: encoding === "utf-8",
      open: false,
      reason: why,
    };
  }
  if (marked !== undefined) {
    const [encoding] = marked;
    return { encoding, markLength, plain: encoding === "utf-8", open: true, reason: "it starts with a byte order mark" };
  }
  const wide = wideText(sample);
  if (wide !== null) return { encoding: wide, markLength: 0, plain: false, open: false, reason: "every second byte is zero" };
  if (!isUtf8(sample, whole)) {
    const { encoding, reason } = detectEncoding(sample) ?? western;
    return { encoding, markLength: 0, plain: false, open: false, reason };
  }
  if (hasUpperControls(sample)) {
    const reason = "its bytes are valid UTF-8; windows-1252 characters in it were mended";
    return { encoding: "utf-8", markLength: 0, plain: false, open: false, reason };
  }
  return { encoding: "utf-8", markLength: 0, plain: true, open: true, reason: "its bytes are valid UTF-8" };
}

function known(label: string): string {
  const encoding = label.toLowerCase() === "utf8" ? "utf-8" : label.toLowerCase();
  try {
    decoderOf(encoding);
  } catch {
    throw new ValueError(
      `The encoding "${label}" is not known: name one as the web does, utf-8 or windows-1252 for instance, or a code page of MS-DOS, cp850.`,
    );
  }
  return encoding;
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    // A sample may end inside a character: a streaming decoder waits for the rest.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice(), { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** U+0080 … U+009F, which no text means: windows-1252 was taken for Latin-1 before it became UTF-8. */
function hasUpperControls(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xc2); at >= 0; at = bytes.indexOf(0xc2, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next >= 0x80 && next <= 0x9f) return true;
  }
  return false;
}

/** UTF-16 without a mark: Latin text has a zero in every second byte, and nowhere else. */
function wideText(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let k = 0; k < pairs; k++) {
    if (bytes[2 * k] === 0) zerosFirst++;
    if (bytes[2 * k + 1] === 0) zerosSecond++;
  }
  if (pairs > 2 && zerosSecond > 0.8 * pairs && zerosFirst === 0) return "utf-16le";
  if (pairs > 2 && zerosFirst > 0.8 * pairs && zerosSecond === 0) return "utf-16be";
  return null;
}
