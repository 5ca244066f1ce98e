import { fromNested } from "../../array/from-nested.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { literalDtype } from "./array-dtype.ts";
import { arrayExpression } from "./array-expression.ts";
import { nestedOf } from "./array-nested.ts";
import { textPlace } from "./text-place.ts";
import { Tokens } from "./tokens.ts";

/** Text in UTF-16 units that an array literal may have: more than anyone types, well under what a string can hold. */
const MAX_LENGTH = 1 << 26;
/** NumPy arrays have at most 64 dimensions; deeper text is left to NumPy's own refusal, up to here. */
const MAX_DEPTH = 100;

/**
 * The array that a typed or pasted literal means: `[[8, 92, 93], [94, 9, 7]]`, `np.array([1., nan])`,
 * `array([1, 2], dtype=int8)`. Python's list, tuple, number, str and bool syntax; `nan` and `inf` as NumPy prints them.
 * Nothing is evaluated as code.
 *
 * The dtype is the one that `np.array` would choose, unless `dtype=` says it.
 *
 * @throws {FormatError} the text is no such literal; with line and column, both from 1.
 * @throws {ValueError} the lists are ragged, in NumPy's words.
 * @throws {UnsupportedError} np.array would make an array of objects of it.
 * @example parseArrayLiteral("np.array([1., nan])").toNested() // [1, NaN]
 */
export function parseArrayLiteral(text: string): NdArray {
  const place = (at: number) => textPlace(text, at);
  const tokens = new Tokens(text, { maxLength: MAX_LENGTH, maxDepth: MAX_DEPTH, longSuffix: false, place });
  const { literal, dtype } = arrayExpression(tokens);
  if (tokens.peek().kind !== "end") throw tokens.unexpected("the end of the text");
  const chosen = dtype ?? literalDtype(literal);
  return fromNested(nestedOf(literal, chosen), chosen);
}
