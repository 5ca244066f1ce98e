import { IndexError, OverflowError, UnsupportedError } from "../errors.ts";
import { Tokens } from "../formats/literal/tokens.ts";

/** A bound or step of a slice. Left out, or None: undefined. NumPy looks at slices after integers, so what is no integer passes here. */
export type SliceBound = bigint | "not an integer" | undefined;

/** One entry of a basic index. */
export type IndexEntry =
  | { readonly kind: "integer"; readonly value: bigint }
  | {
      readonly kind: "slice";
      readonly start?: SliceBound;
      readonly stop?: SliceBound;
      readonly step?: SliceBound;
    }
  | { readonly kind: "ellipsis" }
  | { readonly kind: "newaxis" };

const NOT_BASIC =
  "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices";

/**
 * Reads what stands between the brackets of a basic NumPy index: integers, slices, `...`, None and newaxis.
 *
 * @throws {FormatError} the text is no index, with its place.
 * @throws {IndexError} an entry is a float or a text.
 * @throws {OverflowError} an integer has 64 bits without a sign.
 * @throws {UnsupportedError} an entry is a list or a boolean: that would not be a view.
 */
export function parseIndex(text: string): IndexEntry[] {
  const place = (at: number) => ({ line: 1, column: at + 1 });
  const tokens = new Tokens(text, { maxLength: 10_000, maxDepth: 1, longSuffix: false, place });
  const entries: IndexEntry[] = [];
  do {
    entries.push(readEntry(tokens));
    if (tokens.peek().kind === "end") return entries;
    if (!tokens.takeMark(",")) throw tokens.unexpected("a comma");
  } while (tokens.peek().kind !== "end");
  return entries;
}

type Bound = bigint | "none" | "newaxis" | "ellipsis" | "other" | undefined;

function readEntry(tokens: Tokens): IndexEntry {
  const first = readBound(tokens);
  const bounds = [first];
  while (bounds.length < 3 && tokens.takeMark(":")) bounds.push(readBound(tokens));
  if (bounds.length > 1) {
    const [start, stop, step] = bounds.map(asBound);
    return { kind: "slice", start, stop, step };
  }
  if (typeof first === "bigint") return { kind: "integer", value: within64Bits(first) };
  if (first === "ellipsis") return { kind: "ellipsis" };
  if (first === "none" || first === "newaxis") return { kind: "newaxis" };
  if (first === "other") throw new IndexError(NOT_BASIC);
  throw tokens.unexpected("an index");
}

// Python makes an array of what is no 64-bit integer: uint64, which no index can be cast from, or object.
function within64Bits(index: bigint): bigint {
  if (index >= 2n ** 63n && index < 2n ** 64n) throw new OverflowError("Python int too large to convert to C long");
  if (index >= 2n ** 64n || index < -(2n ** 63n)) throw new IndexError(NOT_BASIC);
  return index;
}

function asBound(bound: Bound): SliceBound {
  if (typeof bound === "bigint" || bound === undefined) return bound;
  return bound === "none" || bound === "newaxis" ? undefined : "not an integer";
}

function readBound(tokens: Tokens): Bound {
  const sign = tokens.takeMark("-") ? -1n : tokens.takeMark("+") ? 1n : undefined;
  const token = tokens.peek();
  if (token.kind === "int" || token.kind === "float") {
    tokens.take();
    return token.kind === "int" ? (sign ?? 1n) * token.value : "other";
  }
  if (sign !== undefined) throw tokens.unexpected("a number");
  if (token.kind === "str") {
    tokens.take();
    return "other";
  }
  if (token.kind === "name") return readName(tokens);
  if (token.kind !== "mark") return undefined;
  if (token.text === "[" || token.text === "(") throw new UnsupportedError(`Argscope takes no list as an index: ${NOT_A_VIEW}`);
  if (token.text !== ".") return undefined;
  for (let dots = 0; dots < 3; dots++) if (!tokens.takeMark(".")) throw tokens.unexpected("an ellipsis, `...`");
  return "ellipsis";
}

const NOT_A_VIEW = "only integers, slices, `...` and newaxis give a view.";

function readName(tokens: Tokens): Bound {
  const token = tokens.peek();
  const name = token.kind === "name" ? token.text : "";
  if (name === "True" || name === "False") throw new UnsupportedError(`Argscope takes no boolean as an index: ${NOT_A_VIEW}`);
  if (name !== "None" && name !== "newaxis" && name !== "np" && name !== "numpy") throw tokens.unexpected("an index");
  tokens.take();
  if (name === "None") return "none";
  if (name !== "newaxis") {
    const attribute = tokens.takeMark(".") ? tokens.peek() : undefined;
    if (attribute?.kind !== "name" || attribute.text !== "newaxis") throw tokens.unexpected("np.newaxis");
    tokens.take();
  }
  return "newaxis";
}
