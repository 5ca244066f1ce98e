import { type LiteralOptions, syntaxError } from "./syntax.ts";

/** Python's own limit for an integer that is read from text (sys.int_info.default_max_str_digits). */
const MAX_DIGITS = 4300;

// Repetitions are bounded, so that a hostile text cannot exhaust the matcher.
const NUMBER =
  /0[xX](?:_?[0-9a-fA-F]){1,4300}|0[oO](?:_?[0-7]){1,4300}|0[bB](?:_?[01]){1,4300}|(?:\d(?:_?\d){0,4300})?(?:\.(?:\d(?:_?\d){0,4300})?)?(?:[eE][+-]?\d(?:_?\d){0,99})?/y;

type NumberToken =
  | { readonly kind: "int"; readonly value: bigint; readonly end: number }
  | { readonly kind: "float"; readonly value: number; readonly end: number };

/** Reads an unsigned number that starts at `at` with a digit, or with a point and a digit. */
export function readNumber(text: string, at: number, options: LiteralOptions): NumberToken {
  NUMBER.lastIndex = at;
  const written = NUMBER.exec(text)?.[0] ?? "";
  let end = at + written.length;
  const digits = written.replaceAll("_", "");
  const prefixed = /^0[xXoObB]/.test(digits);
  const isInt = prefixed || /^\d+$/.test(digits);
  if (isInt && options.longSuffix && text.charAt(end) === "L") end += 1;
  const after = text.charAt(end);
  if (/[jJ]/.test(after)) throw syntaxError("Complex numbers are not taken", at, options);
  if (digits.length > MAX_DIGITS) throw syntaxError(`A number has at most ${MAX_DIGITS} digits`, at, options);
  if (/[\w.]/.test(after)) throw syntaxError("This is not a number", at, options);
  if (!isInt) return { kind: "float", value: Number(digits), end };
  if (!prefixed && /^0+[1-9]/.test(digits)) throw syntaxError("A decimal integer does not start with 0", at, options);
  return { kind: "int", value: BigInt(digits), end };
}
