/** What bytes that are no UTF-8 most likely are, by a label of the WHATWG Encoding standard, and why. */
export interface Detected {
  readonly encoding: string;
  readonly reason: string;
}

/** Bytes that are looked at: those with the upper bit, and what stands beside them. */
const looked = 1 << 16;
/** Fewer such bytes prove nothing but a Western name or sign. */
const fewBytes = 4;

/** Encodings of two bytes a character, and the characters that texts in them are full of. */
const wideEncodings: readonly (readonly [encoding: string, usual: RegExp, share: number])[] = [
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

/** Latin alphabets, and the letters beyond ASCII that words in them have. The first wins where they fit alike. */
const latins: readonly (readonly [encoding: string, letters: string])[] = [
  ["windows-1252", "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßšžœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜÞþðÐŠŽŒ"],
  ["windows-1250", "áâăäćçčďđéęëěíîľĺłńňóôöőřŕśšșşťțţúůüűýźžżąÁĂČĎÉĘÍŁŃÓÖŐŘŚŠŤÚŮÜŰÝŹŽŻĄĆß"],
  ["macintosh", "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜ"],
];

/**
 * Guesses the encoding of bytes that are no UTF-8, from what they would mean in each: scripts have their frequent letters, and
 * words do not change their alphabet. Null where nothing speaks for another than windows-1252.
 */
export function detectEncoding(sample: Uint8Array): Detected | null {
  const bytes = sample.slice(0, looked);
  const upper = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (upper < fewBytes) return null;
  return wideText(bytes) ?? (runsShare(bytes, upper) > 0.6 ? alphabetText(bytes) : latinText(bytes));
}

function wideText(bytes: Uint8Array): Detected | null {
  for (const [encoding, usual, share] of wideEncodings) {
    const text = decoded(encoding, bytes, true);
    if (text === null || (encoding === "big5" && !hasLowTrails(bytes))) continue;
    const characters = [...text];
    const beyond = characters.filter(isBeyond);
    const found = beyond.filter((character) => usual.test(character)).length;
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
  let best: { encoding: string; score: number } | null = null;
  for (const [encoding, letters] of latins) {
    const score = latinScore(decoded(encoding, bytes, false) ?? "", new Set(letters));
    if (score > (best?.score ?? -Infinity)) best = { encoding, score };
  }
  if (best === null || best.encoding === "windows-1252") return null;
  return { encoding: best.encoding, reason: "its bytes are not valid UTF-8, and make words in it" };
}

/** Letters belong between letters, and signs beside them. */
function latinScore(text: string, letters: ReadonlySet<string>): number {
  const characters = [...text];
  let score = 0;
  for (const [k, character] of characters.entries()) {
    if (character <= "\u007f") continue;
    const [before = " ", after = " "] = [characters[k - 1], characters[k + 1]];
    const inWord = isLetter(before) || isLetter(after);
    if (isLetter(character)) {
      // A large letter does not follow a small one.
      const isTorn = isSmall(before) && !isSmall(character);
      score += letters.has(character) && inWord && !isTorn ? 1 : -1;
    } else if (character === "’" || character === "´") score += 0.5;
    else score += isLetter(before) && isLetter(after) ? -1 : 0.5;
  }
  return score;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function isSmall(character: string): boolean {
  return /\p{Ll}/u.test(character);
}

/** The share of bytes beyond ASCII that stand beside another one: other alphabets make whole words of them. */
function runsShare(bytes: Uint8Array, upper: number): number {
  let inRuns = 0;
  for (let k = 0; k < bytes.length; k++) {
    if ((bytes[k] as number) < 0x80) continue;
    if ((bytes[k - 1] ?? 0) >= 0x80 || (bytes[k + 1] ?? 0) >= 0x80) inRuns++;
  }
  return inRuns / upper;
}

function decoded(encoding: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    // The sample may end inside a character.
    return new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
