import type { SaveForms } from "@argscope/core/contract/editing.ts";

/** What saving asks the person. */
export type Saving =
  | { readonly kind: "closed" }
  /** In which form, before the place is asked for. */
  | { readonly kind: "form"; readonly name: string; readonly forms: SaveForms }
  /** Under the file's name there is another file, or none. */
  | { readonly kind: "overtaken"; readonly name: string; readonly fate: "replaced" | "gone" }
  /** Edits would be lost: with the window, or by what is to be opened. */
  | { readonly kind: "losing"; readonly name: string; readonly cells: number; readonly why: "open" | "close" };
