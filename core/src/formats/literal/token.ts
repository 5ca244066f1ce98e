/** A piece of Python text. `at` is where it starts and `end` where it ends, in UTF-16 units from 0. */
export type Token =
  | { readonly kind: "end"; readonly at: number; readonly end: number }
  | { readonly kind: "mark"; readonly at: number; readonly end: number; readonly text: string }
  | { readonly kind: "name"; readonly at: number; readonly end: number; readonly text: string }
  | { readonly kind: "int"; readonly at: number; readonly end: number; readonly value: bigint }
  | { readonly kind: "float"; readonly at: number; readonly end: number; readonly value: number }
  | { readonly kind: "str"; readonly at: number; readonly end: number; readonly value: string };
