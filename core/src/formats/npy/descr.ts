import { dtypeOfCode } from "../../array/descr.ts";
import type { Dtype, RecordDtype } from "../../array/dtype.ts";
import { elementOf, itemsizeOf } from "../../array/element.ts";
import { descrText } from "../../array/record.ts";
import { UnsupportedError } from "../../errors.ts";
import type { Literal } from "../literal/literal.ts";
import { type LiteralOptions, syntaxError } from "../literal/syntax.ts";
import { readFieldNames, readFieldShape } from "./field.ts";
import { countRepeated, type Mend, repeatedMends } from "./mend.ts";
import { typeCode } from "./type-code.ts";

/** What a header's `descr` says. */
export interface Descr {
  readonly dtype: Dtype;
  /** Bytes in one element. */
  readonly itemsize: number;
  /** What is to be put right in every element. */
  readonly mends: readonly Mend[];
}

/** A type while it is read: its little-endian descr takes the place of the dtype, for it may become part of a larger one. */
interface Type {
  readonly descr: Literal;
  readonly itemsize: number;
  readonly mends: readonly Mend[];
}

/** Runs to put right in one record. More come only from a header made to be slow. */
const MAX_MENDS = 10_000;

/**
 * Understands the `descr` of an .npy header: a type code such as `>f8`, or a list of fields.
 *
 * @throws {FormatError} it is neither; with its place.
 * @throws {UnsupportedError} a type that Argscope does not take, by name.
 * @see numpy/lib/_format_impl.py, descr_to_dtype
 */
export function readDescr(literal: Literal, options: LiteralOptions): Descr {
  const { descr, itemsize, mends } = readType(literal, options);
  const dtype = descr.kind === "str" ? dtypeOfCode(descr.value) : (descrText(descr) as RecordDtype);
  return { dtype, itemsize, mends };
}

function readType(literal: Literal, options: LiteralOptions): Type {
  if (literal.kind === "str") return readCode(literal.value, literal.at, options);
  if (literal.kind === "list") return readRecord(literal.items, literal.at, options);
  throw syntaxError("descr is not a valid dtype descriptor", literal.at, options);
}

function readRecord(entries: readonly Literal[], at: number, options: LiteralOptions): Type {
  const names = new Set<string>();
  const mends: Mend[] = [];
  const items: Literal[] = [];
  let itemsize = 0;
  for (const entry of entries) {
    const [label, code, dimensions] = entry.kind === "tuple" ? entry.items : [];
    if (label === undefined || code === undefined || (entry.kind === "tuple" && entry.items.length > 3)) {
      throw syntaxError("A field is not a tuple of name, type and perhaps shape", entry.at, options);
    }
    const type = readType(code, options);
    const isVoid = type.descr.kind === "str" && type.descr.value.startsWith("|V");
    for (const name of readFieldNames(label, isVoid, options)) {
      if (names.has(name)) throw syntaxError(`The field name "${name}" is used twice`, label.at, options);
      names.add(name);
    }
    const shape = dimensions === undefined ? null : readFieldShape(dimensions, options);
    const repeat = shape === null ? 1 : shape.size;
    items.push({ kind: "tuple", at: entry.at, items: shape === null ? [label, type.descr] : [label, type.descr, shape.descr] });
    if (mends.length + countRepeated(type.mends, type.itemsize, repeat) > MAX_MENDS) {
      throw new UnsupportedError(`The records of this file have more than ${MAX_MENDS} parts; Argscope does not take them.`);
    }
    mends.push(...repeatedMends(type.mends, itemsize, type.itemsize, repeat));
    itemsize += type.itemsize * repeat;
    if (!Number.isSafeInteger(itemsize)) throw syntaxError("The fields are larger than any file", entry.at, options);
  }
  return { descr: { kind: "list", at, items }, itemsize, mends };
}

function readCode(code: string, at: number, options: LiteralOptions): Type {
  if (/^[<>|=]?O/.test(code)) {
    throw new UnsupportedError(
      `The file holds Python objects (${code}), which would have to be unpickled; Argscope does not take them. Save it as numbers, with a.astype(float) for instance.`,
    );
  }
  if (/^[<>|=]?(?:f(?:12|16)|c(?:24|32)|g|G)$/.test(code)) {
    throw new UnsupportedError(
      `The file holds long doubles (${code}), whose form differs between machines; Argscope does not take them.`,
    );
  }
  if (/\d{11}/.test(code)) throw syntaxError("The type is larger than any file", at, options);
  const dtype = dtypeOfCode(code === "?" ? "b1" : code) as Exclude<Dtype, RecordDtype>;
  const itemsize = itemsizeOf(dtype);
  return {
    descr: { kind: "str", at, value: typeCode(dtype) },
    itemsize,
    mends: mendsOf(dtype, itemsize, code.startsWith(">")),
  };
}

function mendsOf(dtype: Dtype, itemsize: number, bigEndian: boolean): Mend[] {
  const element = elementOf(dtype);
  const unit = element.Array.BYTES_PER_ELEMENT as Mend["unit"];
  const swap = bigEndian && unit > 1;
  const mend: Mend = {
    offset: 0,
    unit,
    count: itemsize / unit,
    swap,
    bool: element.kind === "bool",
    text: element.kind === "str",
  };
  return (mend.swap || mend.bool || mend.text) && itemsize > 0 ? [mend] : [];
}
