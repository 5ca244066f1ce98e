import type { Complex } from "../array/scalar.ts";
import { numberOf, plainStyle } from "./number-style.ts";

/** Both parts, the second with its sign and the j behind it; one of them may be missing. */
const PARTS = /^(?:([+-]?(?:[\d.]+(?:e[+-]?\d+)?|inf|nan)))??(?:([+-]?(?:[\d.]+(?:e[+-]?\d+)?|inf|nan)?)j)?$/i;

/** A complex number as Python writes it, `1+2j` or `(1+2j)`; null for no such text. */
export function complexOf(text: string): Complex | null {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, "$1")
    .replaceAll(" ", "");
  if (bare === "") return { re: Number.NaN, im: 0 };
  const parts = PARTS.exec(bare);
  if (parts === null) return null;
  const [, re = "0", im = "0"] = parts;
  const real = numberOf(re, plainStyle);
  // A bare j is one of it.
  const imaginary = numberOf(/^[+-]?$/.test(im) ? `${im}1` : im, plainStyle);
  return real === null || imaginary === null ? null : { re: real, im: imaginary };
}
