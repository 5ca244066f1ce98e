import { decoderOf } from "../../encoding/decoder.ts";
import { central, type Letters, western } from "../../encoding/latin-languages.ts";
import { latinScore } from "../../encoding/latin-score.ts";
import { windowsCharacters } from "../transcode.ts";

/** What bytes that are no UTF-8 most likely are, by the encoding's name, and why. */
export interface Detected {
  readonly encoding: string;
  readonly reason: string;
}

/** Bytes that are looked at: those with the upper bit, and what stands beside them. */
const looked = 1 << 16;
/** Fewer such bytes prove nothing but a Western name or sign. */
const fewBytes = 4;
/** Where a larger share of them stand beside each other, the words are of another alphabet. */
const wordsShare = 0.6;

/** Encodings of two bytes a character, and the characters that texts in them are full of. */
const wideEncodings: readonly (readonly [encoding: string, frequent: RegExp, share: number])[] = [
  ["shift_jis", /[\u3041-\u30ff]/u, 0.15],
  ["euc-jp", /[\u3041-\u30ff]/u, 0.15],
  ["euc-kr", /[\uac00-\ud7a3]/u, 0.8],
  ["big5", /[\u4e00-\u9fff]/u, 0.7],
  ["gb18030", /[\u4e00-\u9fff]/u, 0.7],
];

/** Encodings of other alphabets, and the letters that are frequent in their texts. */
const alphabets: readonly (readonly [encoding: string, frequent: RegExp])[] = [
  ["windows-1251", /[оеаинтсрвлкмдпуяыьг]/u],
  ["koi8-r", /[оеаинтсрвлкмдпуяыьг]/u],
  ["ibm866", /[оеаинтсрвлкмдпуяыьг]/u],
  ["iso-8859-5", /[оеаинтсрвлкмдпуяыьг]/u],
  ["windows-1253", /[αοιετσνηυρπκςόίά]/u],
];

const usual = "windows-1252";

/** A Latin alphabet in some encoding, and the languages that are written in it. */
type Latin = readonly [encoding: string, languages: readonly Letters[]];

const windows: readonly Latin[] = [
  [usual, western],
  ["windows-1250", central],
];
const mac: readonly Latin[] = [["macintosh", western]];
const dos: readonly Latin[] = [
  ["ibm850", western],
  ["ibm852", central],
  ["ibm437", western],
];

/** Of those, the one that programs drew frames in; where nothing speaks for another. */
const dosFrames: readonly Latin[] = [...dos.slice(2), ...dos.slice(0, 2)];

/** Horizontal lines of MS-DOS, single or double, as windows-1252 has them: so many in a row are no word of any language. */
const frame = /Ä{6}|Í{6}/;

/**
 * Guesses the encoding of bytes that are no UTF-8, from what they would mean in each: scripts have their frequent letters, and
 * words do not change their alphabet. Null where nothing speaks for another than windows-1252.
 */
export function detectEncoding(sample: Uint8Array): Detected | null {
  const bytes = sample.slice(0, looked);
  if (bytes.filter((byte) => byte >= 0x80).length < fewBytes) return null;
  return framedText(bytes) ?? wideText(bytes) ?? (runsShare(bytes) > wordsShare ? alphabetText(bytes) : latinText(bytes));
}

/** Frames are drawn with the same bytes in every code page of MS-DOS: the text beside them says which one it is. */
function framedText(bytes: Uint8Array): Detected | null {
  if (!frame.test(decoded(usual, bytes, false) ?? "")) return null;
  const words = bytes.filter((byte) => byte < 0xb0 || byte > 0xdf);
  const isCyrillic = runsShare(words) > wordsShare && alphabetText(words)?.encoding === "ibm866";
  return { encoding: isCyrillic ? "ibm866" : bestLatin(bytes, dosFrames), reason: "lines are drawn in it" };
}

function wideText(bytes: Uint8Array): Detected | null {
  for (const [encoding, frequent, share] of wideEncodings) {
    const text = decoded(encoding, bytes, true);
    if (text === null || (encoding === "big5" && !hasLowTrails(bytes))) continue;
    const characters = [...text];
    const beyond = characters.filter(isBeyond);
    const found = beyond.filter((character) => frequent.test(character)).length;
    // An accent in a Western word may look like a character, but stands alone.
    const inWords = characters.filter((character, k) => {
      return isBeyond(character) && (isBeyond(characters[k - 1]) || isBeyond(characters[k + 1]));
    });
    if (beyond.length >= 2 && found >= share * beyond.length && inWords.length > 0.6 * beyond.length) {
      return { encoding, reason: `${found} of its ${beyond.length} characters beyond ASCII are usual ones in it` };
    }
  }
  return null;
}

/** Big5 has an ASCII byte for the second half of many characters, where GB 2312 has none. */
function hasLowTrails(bytes: Uint8Array): boolean {
  let pairs = 0;
  let low = 0;
  for (let k = 0; k + 1 < bytes.length; k++) {
    if ((bytes[k] as number) < 0x80) continue;
    pairs++;
    if ((bytes[++k] as number) < 0x80) low++;
  }
  return low > 0.15 * pairs;
}

function isBeyond(character = " "): boolean {
  return character > "\u007f";
}

function alphabetText(bytes: Uint8Array): Detected | null {
  let best: { encoding: string; share: number } | null = null;
  for (const [encoding, frequent] of alphabets) {
    const beyond = [...(decoded(encoding, bytes, false) ?? "")].filter(isBeyond);
    const share = beyond.filter((character) => frequent.test(character)).length / Math.max(1, beyond.length);
    if (share > 0.45 && share > (best?.share ?? 0)) best = { encoding, share };
  }
  if (best === null) return null;
  const percent = Math.round(100 * best.share);
  return { encoding: best.encoding, reason: `${percent} % of its characters beyond ASCII are frequent letters in it` };
}

function latinText(bytes: Uint8Array): Detected | null {
  const isCrLf = bytes.some((byte, k) => byte === 0x0d && bytes[k + 1] === 0x0a);
  // Of two that fit alike the first wins: a line ends as the system did that the text was written on.
  const best = bestLatin(bytes, isCrLf ? [...windows, ...dos, ...mac] : [...windows, ...mac, ...dos]);
  return best === usual ? null : { encoding: best, reason: "its bytes are not valid UTF-8, and make words in it" };
}

function bestLatin(bytes: Uint8Array, latins: readonly Latin[]): string {
  let best = { encoding: usual, score: -Infinity };
  for (const [encoding, languages] of latins) {
    const score = latinScore(decoded(encoding, bytes, false) ?? "", languages);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** The share of bytes beyond ASCII that stand beside another one: other alphabets make whole words of them. */
function runsShare(bytes: Uint8Array): number {
  let upper = 0;
  let inRuns = 0;
  for (let k = 0; k < bytes.length; k++) {
    if ((bytes[k] as number) < 0x80) continue;
    upper++;
    if ((bytes[k - 1] ?? 0) >= 0x80 || (bytes[k + 1] ?? 0) >= 0x80) inRuns++;
  }
  return upper === 0 ? 0 : inRuns / upper;
}

function decoded(encoding: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    // The sample may end inside a character.
    const text = decoderOf(encoding, fatal).decode(bytes, { stream: true });
    return encoding === usual
      ? text.replaceAll(/[\u0080-\u009f]/g, (control) => windowsCharacters.charAt(control.charCodeAt(0) - 0x80))
      : text;
  } catch {
    return null;
  }
}
