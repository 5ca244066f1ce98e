/** A value as Python's literal syntax writes it. `at` is where it starts in the text, in UTF-16 units from 0. */
export type Literal =
  | { readonly kind: "none"; readonly at: number }
  | { readonly kind: "bool"; readonly at: number; readonly value: boolean }
  | { readonly kind: "int"; readonly at: number; readonly value: bigint }
  | { readonly kind: "float"; readonly at: number; readonly value: number }
  | { readonly kind: "str"; readonly at: number; readonly value: string }
  | { readonly kind: "list"; readonly at: number; readonly items: readonly Literal[] }
  | { readonly kind: "tuple"; readonly at: number; readonly items: readonly Literal[] }
  | { readonly kind: "dict"; readonly at: number; readonly entries: readonly (readonly [Literal, Literal])[] };
