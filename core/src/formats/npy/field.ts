import type { Literal } from "../literal/literal.ts";
import { type LiteralOptions, syntaxError } from "../literal/syntax.ts";

/**
 * The names that a field of a structured type takes: its name and, where it has one, its title. Padding, which is void without
 * a name, takes none.
 */
export function readFieldNames(label: Literal, isVoid: boolean, options: LiteralOptions): readonly string[] {
  if (label.kind === "str") {
    if (label.value !== "") return [label.value];
    if (isVoid) return [];
    throw syntaxError("A field has no name", label.at, options);
  }
  const [title, name] = label.kind === "tuple" && label.items.length === 2 ? label.items : [];
  if (title?.kind === "str" && name?.kind === "str" && name.value !== "") return [title.value, name.value];
  throw syntaxError("A field's name is neither text nor a pair of title and name", label.at, options);
}

/** The dimensions of a field that is an array itself. */
export interface FieldShape {
  /** As NumPy writes them: always a tuple. */
  readonly descr: Literal;
  /** Their product. */
  readonly size: number;
}

/** Dimensions written `3` or `(2, 3)`; `()` means that the field is no array, and gives null. */
export function readFieldShape(dimensions: Literal, options: LiteralOptions): FieldShape | null {
  const lengths = dimensions.kind === "int" ? [dimensions] : dimensions.kind === "tuple" ? dimensions.items : null;
  if (lengths === null) throw syntaxError("A field's shape is neither an int nor a tuple", dimensions.at, options);
  let size = 1;
  for (const length of lengths) {
    if (length.kind !== "int" || length.value < 0n || length.value > 0x7fff_ffffn) {
      throw syntaxError("A field's shape holds something else than lengths", length.at, options);
    }
    size *= Number(length.value);
  }
  if (!Number.isSafeInteger(size)) throw syntaxError("A field is larger than any file", dimensions.at, options);
  return lengths.length === 0 ? null : { descr: { kind: "tuple", at: dimensions.at, items: lengths }, size };
}
