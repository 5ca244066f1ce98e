import { FormatError } from "../../errors.ts";

/** Code page 437, the upper half: what a name without the UTF-8 flag is written in, in Python's zipfile too. */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/**
 * The name of a file in an archive.
 *
 * @param at where the name stands, for the message.
 * @throws {FormatError} it says that it is UTF-8 and is not.
 */
export function zipName(bytes: Uint8Array, isUtf8: boolean, at: number): string {
  if (!isUtf8) return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437.charAt(byte - 128))).join("");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    throw new FormatError(`A name in the archive is not valid UTF-8 (byte ${at}).`, { byte: at });
  }
}
