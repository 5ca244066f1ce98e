import { dtypeOfCode } from "../../array/descr.ts";
import type { Dtype, RecordDtype } from "../../array/dtype.ts";
import { elementOf, itemsizeOf } from "../../array/element.ts";
import { descrText, recordItemsize } from "../../array/record.ts";
import { UnsupportedError } from "../../errors.ts";
import { kindName, type Literal } from "../literal/literal.ts";
import { type LiteralOptions, syntaxError } from "../literal/syntax.ts";
import type { Mend } from "./mend.ts";
import { typeCode } from "./type-code.ts";

/** What a header's `descr` says. `mends` is in bytes from the start of an element. */
export interface Descr {
  readonly dtype: Dtype;
  readonly itemsize: number;
  readonly mends: readonly Mend[];
}

/** Runs of fields to put right in one record: more come only from a header made to be slow. */
const MAX_MENDS = 10_000;

/**
 * Understands the `descr` of an .npy header: a type code, or a list of fields.
 *
 * @throws {FormatError} it is neither; with its place.
 * @throws {UnsupportedError} a type that Argscope does not take, by name.
 * @see numpy/lib/_format_impl.py, descr_to_dtype
 */
export function readDescr(literal: Literal, options: LiteralOptions): Descr {
  if (literal.kind === "str") return readCode(literal.value, literal.at, options);
  if (literal.kind !== "list") throw invalid(literal, options);
  const names = new Set<string>();
  const mends: Mend[] = [];
  const fields: Literal[] = [];
  let itemsize = 0;
  for (const entry of literal.items) {
    const { label, type, repeat, shape } = readField(entry, options);
    for (const name of namesOf(label, type.dtype, options)) {
      if (names.has(name)) throw syntaxError(`The name "${name}" is used twice`, label.at, options);
      names.add(name);
    }
    if ((mends.length + type.mends.length) * Math.min(repeat, MAX_MENDS) > MAX_MENDS && type.mends.length > 1) {
      throw new UnsupportedError(`A field holds ${repeat} records of several fields each; Argscope does not take so many.`);
    }
    mends.push(...repeated(type, itemsize, repeat));
    fields.push({ kind: "tuple", at: entry.at, items: [label, type.canonical, ...shape] });
    itemsize += type.itemsize * repeat;
    if (!Number.isSafeInteger(itemsize)) throw syntaxError("The fields are too large", entry.at, options);
  }
  const dtype = descrText({ kind: "list", at: literal.at, items: fields }) as RecordDtype;
  return { dtype, itemsize: recordItemsize(dtype), mends };
}

interface Field {
  readonly label: Literal;
  readonly type: Descr & { readonly canonical: Literal };
  /** The field's own dimensions, as the canonical text has them: none or one tuple. */
  readonly shape: readonly Literal[];
  /** Product of the dimensions. */
  readonly repeat: number;
}

function readField(entry: Literal, options: LiteralOptions): Field {
  if (entry.kind !== "tuple" || entry.items.length < 2 || entry.items.length > 3) throw invalid(entry, options);
  const [label, code, dimensions] = entry.items as readonly [Literal, Literal, Literal?];
  const descr = readDescr(code, options);
  const canonical = canonicalType(code, descr.dtype);
  const shape = dimensions === undefined ? [] : readShape(dimensions, options);
  const repeat = shape.reduce((product, length) => product * Number(length), 1);
  const lengths: Literal[] = shape.map((value) => ({ kind: "int", at: entry.at, value }));
  return {
    label,
    type: { ...descr, canonical },
    repeat,
    shape: shape.length === 0 ? [] : [{ kind: "tuple", at: entry.at, items: lengths }],
  };
}

/** The same fields as NumPy would write them after turning them little-endian. */
function canonicalType(type: Literal, dtype: Dtype): Literal {
  // The canonical text of an inner record was made when it was read; it only needs to become a literal again.
  if (type.kind !== "str") return { kind: "raw", at: type.at, text: dtype };
  return { kind: "str", at: type.at, value: typeCode(dtype as Exclude<Dtype, RecordDtype>) };
}
