import type { Span } from "./expression-error.ts";

/** An expression as a tree. Brackets that only group leave no trace. */
export type Expression = Span &
  (
    | { readonly kind: "none" }
    | { readonly kind: "bool"; readonly value: boolean }
    | { readonly kind: "int"; readonly value: bigint }
    | { readonly kind: "float"; readonly value: number }
    | { readonly kind: "str"; readonly value: string }
    | { readonly kind: "name"; readonly name: string }
    /** A minus before a name such as nan; before a number it is part of the number. */
    | { readonly kind: "negative"; readonly operand: Expression }
    | { readonly kind: "list"; readonly items: readonly Expression[] }
    | { readonly kind: "tuple"; readonly items: readonly Expression[] }
    | Attribute
    | Call
    | { readonly kind: "subscript"; readonly target: Expression; readonly entries: readonly Entry[]; readonly index: Span }
  );

/** `target.name`; `word` is where the name stands. */
export interface Attribute {
  readonly kind: "attribute";
  readonly target: Expression;
  readonly name: string;
  readonly word: Span;
}

/** `callee(arguments)`. */
export interface Call {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
}

/** An argument by place, or by name; `word` is where the name stands. */
export interface Argument extends Span {
  readonly name: string | null;
  readonly word: Span | null;
  readonly value: Expression;
}

/** One entry between the square brackets of an index. */
export type Entry = Span &
  (
    | { readonly kind: "at"; readonly value: Expression }
    | { readonly kind: "ellipsis" }
    | {
        readonly kind: "slice";
        readonly from: Expression | null;
        readonly to: Expression | null;
        readonly step: Expression | null;
      }
  );
