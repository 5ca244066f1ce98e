import { FormatError } from "../errors.ts";
import type { Literal } from "../formats/literal/literal.ts";
import { parseLiteral } from "../formats/literal/parse.ts";
import { Tokens } from "../formats/literal/tokens.ts";
import { dtypeOfCode, itemsizeOfCode } from "./descr.ts";
import type { Dtype, RecordDtype } from "./dtype.ts";
import { pythonString } from "./python-string.ts";

/** A field of a structured dtype. A field that is an array itself has a shape, whose elements lie in C order. */
export interface Field {
  readonly name: string;
  readonly title?: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** From the start of the record, in bytes. */
  readonly byteOffset: number;
}

/** Where the fields of a structured dtype lie. */
export interface RecordLayout {
  /** The dtype's text as Python writes it. */
  readonly descr: string;
  readonly fields: readonly Field[];
  /** Bytes in one record, padding included. */
  readonly itemsize: number;
}

const layouts = new Map<string, RecordLayout>();

export function isRecord(dtype: Dtype): dtype is RecordDtype {
  return dtype.startsWith("[");
}

/**
 * The fields that a structured dtype's text names, in order.
 *
 * @throws {FormatError} the text is no `descr` as `numpy.lib.format` writes it.
 * @see numpy/lib/_format_impl.py, dtype_to_descr and descr_to_dtype
 */
export function recordLayout(dtype: RecordDtype): RecordLayout {
  let layout = layouts.get(dtype);
  if (layout === undefined) {
    // A text that comes from a file was measured there.
    const options = { maxLength: dtype.length, maxDepth: 32, longSuffix: false, place: (at: number) => ({ byte: at }) };
    const tokens = new Tokens(dtype, options);
    const literal = parseLiteral(tokens);
    if (tokens.peek().kind !== "end") throw tokens.unexpected("the end of the text");
    layout = { descr: descrText(literal), ...layoutOf(literal) };
    layouts.set(dtype, layout);
  }
  return layout;
}

export function recordItemsize(dtype: RecordDtype): number {
  return recordLayout(dtype).itemsize;
}

function layoutOf(literal: Literal): Omit<RecordLayout, "descr"> {
  if (literal.kind !== "list") throw notDescr(literal);
  const fields: Field[] = [];
  let itemsize = 0;
  for (const entry of literal.items) {
    if (entry.kind !== "tuple" || entry.items.length < 2 || entry.items.length > 3) throw notDescr(entry);
    const [label, type, dimensions] = entry.items as readonly [Literal, Literal, Literal?];
    const names = namesOf(label);
    const { dtype, bytes } = typeOf(type);
    const shape = dimensions === undefined ? [] : shapeOf(dimensions);
    // NumPy writes padding as a field of type void without a name.
    if (names.name !== "") fields.push({ ...names, dtype, shape, byteOffset: itemsize });
    itemsize += bytes * shape.reduce((product, length) => product * length, 1);
  }
  return { fields, itemsize };
}

function namesOf(label: Literal): { name: string; title?: string } {
  if (label.kind === "str") return { name: label.value };
  if (label.kind === "tuple" && label.items.length === 2) {
    const [title, name] = label.items as readonly [Literal, Literal];
    if (title.kind === "str" && name.kind === "str") return { name: name.value, title: title.value };
  }
  throw notDescr(label);
}

function typeOf(type: Literal): { dtype: Dtype; bytes: number } {
  if (type.kind === "str") return { dtype: dtypeOfCode(type.value), bytes: itemsizeOfCode(type.value) };
  if (type.kind !== "list") throw notDescr(type);
  return { dtype: descrText(type) as RecordDtype, bytes: layoutOf(type).itemsize };
}

function shapeOf(dimensions: Literal): number[] {
  if (dimensions.kind === "int" && dimensions.value >= 0n) return [Number(dimensions.value)];
  if (dimensions.kind !== "tuple") throw notDescr(dimensions);
  return dimensions.items.map((length) => {
    if (length.kind !== "int" || length.value < 0n) throw notDescr(length);
    return Number(length.value);
  });
}

/** A descr as Python's `repr` writes it. */
export function descrText(literal: Literal): string {
  switch (literal.kind) {
    case "str":
      return pythonString(literal.value);
    case "int":
      return literal.value.toString();
    case "list":
      return `[${literal.items.map(descrText).join(", ")}]`;
    case "tuple":
      return `(${literal.items.map(descrText).join(", ")}${literal.items.length === 1 ? "," : ""})`;
    default:
      throw notDescr(literal);
  }
}

function notDescr(literal: Literal): FormatError {
  return new FormatError(`descr is not a valid dtype descriptor (character ${literal.at}).`, { byte: literal.at });
}
