import type { Span } from "./expression-error.ts";

/** A piece of the text. A mark is punctuation: one character, or `...`. */
export type Token = Span &
  (
    | { readonly kind: "end" }
    | { readonly kind: "mark"; readonly text: string }
    | { readonly kind: "name"; readonly text: string }
    | { readonly kind: "int"; readonly value: bigint }
    | { readonly kind: "float"; readonly value: number }
    | { readonly kind: "str"; readonly value: string }
  );
