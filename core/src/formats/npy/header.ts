import { MAX_NDIM } from "../../array/limits.ts";
import { FormatError } from "../../errors.ts";
import type { Literal } from "../literal/literal.ts";
import { parseLiteral } from "../literal/parse.ts";
import { type LiteralOptions, syntaxError } from "../literal/syntax.ts";
import { Tokens } from "../literal/tokens.ts";
import { type Descr, readDescr } from "./descr.ts";
import { type Preamble, readPreamble } from "./preamble.ts";

/** What the front of an .npy file says. */
export interface NpyHeader extends Descr {
  /** 1, 2 or 3. */
  readonly version: number;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Product of the shape. */
  readonly size: number;
  /** Where the elements start, in bytes. */
  readonly dataStart: number;
  /** Bytes that the elements take; exact, however large the header says the array is. */
  readonly dataBytes: bigint;
}

/** Elements without any bytes (`<U0`) that are taken: the file cannot vouch for their number. */
const MAX_SIZELESS = 1_000_000n;

/**
 * Reads the front of an .npy file: magic, version, and a Python dict with exactly `descr`, `fortran_order` and `shape`.
 *
 * @param front at least the header; what follows is not looked at.
 * @throws {FormatError} it is no .npy file of version 1, 2 or 3, or the header breaks its rules; with the byte.
 * @throws {UnsupportedError} a dtype that Argscope does not take.
 * @see numpy/lib/_format_impl.py, _read_array_header
 */
export function readNpyHeader(front: Uint8Array): NpyHeader {
  const preamble = readPreamble(front);
  if (front.length < preamble.headerEnd) {
    throw new FormatError("The file ends inside its header.", { byte: front.length });
  }
  const { text, options } = headerText(front, preamble);
  const literal = headerLiteral(text, options);
  const { descr, order, shape } = entriesOf(literal, options);
  if (order.kind !== "bool") throw syntaxError("fortran_order is neither True nor False", order.at, options);
  const lengths = readShape(shape, options);
  const type = readDescr(descr, options);
  const size = lengths.reduce((product, length) => product * length, 1n);
  const dataBytes = size * BigInt(type.itemsize);
  if (size > BigInt(Number.MAX_SAFE_INTEGER) || (type.itemsize === 0 && size > MAX_SIZELESS)) {
    throw syntaxError("shape is larger than any file", shape.at, options);
  }
  return {
    ...type,
    version: preamble.version,
    fortranOrder: order.value,
    shape: lengths.map(Number),
    size: Number(size),
    dataStart: preamble.headerEnd,
    dataBytes,
  };
}

function headerText(front: Uint8Array, preamble: Preamble): { text: string; options: LiteralOptions } {
  const { version, headerStart, headerEnd } = preamble;
  // A copy: the browser's decoder refuses bytes in shared memory.
  const bytes = Uint8Array.from(front.subarray(headerStart, headerEnd));
  const text = version === 3 ? utf8(bytes, headerStart) : String.fromCharCode(...bytes);
  const byteOf = (at: number) => (version === 3 ? new TextEncoder().encode(text.slice(0, at)).length : at);
  return {
    text,
    options: {
      maxLength: bytes.length,
      maxDepth: 32,
      longSuffix: version < 3,
      place: (at) => ({ byte: headerStart + byteOf(at) }),
    },
  };
}

function utf8(bytes: Uint8Array, start: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError("The header is not valid UTF-8.", { byte: start });
  }
}

/** Of a damaged header the parser knows what it found, and not what it reads. */
function headerLiteral(text: string, options: LiteralOptions): Literal {
  try {
    const tokens = new Tokens(text, options);
    const literal = parseLiteral(tokens);
    if (tokens.peek().kind !== "end") throw tokens.unexpected("the end of the header");
    return literal;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new FormatError(`The header of the .npy file is damaged. ${error.message}`, error.place);
  }
}

function entriesOf(header: Literal, options: LiteralOptions): { descr: Literal; order: Literal; shape: Literal } {
  if (header.kind !== "dict") throw syntaxError("The header is not a dict", header.at, options);
  // Of equal keys the last one counts, as in Python.
  const entries = new Map(header.entries.map(([key, value]) => [key.kind === "str" ? key.value : null, value]));
  const descr = entries.get("descr");
  const order = entries.get("fortran_order");
  const shape = entries.get("shape");
  if (entries.size !== 3 || !descr || !order || !shape) {
    throw syntaxError("The header's keys are not descr, fortran_order and shape", header.at, options);
  }
  return { descr, order, shape };
}

function readShape(shape: Literal, options: LiteralOptions): readonly bigint[] {
  if (shape.kind !== "tuple") throw syntaxError("shape is not a tuple", shape.at, options);
  if (shape.items.length > MAX_NDIM) {
    throw syntaxError(`shape has ${shape.items.length} dimensions; arrays have at most ${MAX_NDIM}`, shape.at, options);
  }
  return shape.items.map((length) => {
    if (length.kind !== "int" || length.value < 0n || length.value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw syntaxError("shape holds something else than lengths", length.at, options);
    }
    return length.value;
  });
}
