import type { Control, PortLike, Source } from "./worker.ts";

/**
 * Cells that get other texts.
 *
 * `label` null: cells of `a`, each by its place, which is where its element lies in the array's block: it counts elements, as
 * `offset` and `strides` do. Else: cells of that column of labels, by row.
 */
export interface CellChanges {
  readonly label: number | null;
  readonly places: readonly number[];
  /** Null: as the cell was when the file was opened. */
  readonly texts: readonly (string | null)[];
}

/** What an edit did. */
export interface Edited {
  /** The cells with their texts as they are kept: a number in an array of integers is written as one, for instance. */
  readonly kept: readonly CellChanges[];
  /** The edit that takes this one back. */
  readonly inverse: readonly CellChanges[];
  /** How many more elements of the array are NaN now. */
  readonly nanDelta: number;
}

/** What an edit did to a view of the array that is open beside it. */
export interface ViewChange {
  readonly handle: number;
  /** How many more of its elements are NaN now: none where the cells are out of it, several where it repeats them. */
  readonly nanDelta: number;
}

/**
 * How what is open is written: `own`, in the file's own dialect and encoding, or as its .npy; `clean`, RFC 4180 in UTF-8;
 * `country`, as the spreadsheets of a country read it; `npy`, its array.
 */
export type SaveForm =
  | { readonly kind: "own" | "clean" | "npy" }
  | { readonly kind: "country"; readonly delimiter: "," | ";"; readonly point: "." | "," };

/** In which forms what is open can be written. */
export interface SaveForms {
  /** What its own form is; null where there is none that could be written. */
  readonly own: "csv" | "npy" | null;
  /** Why there is none: a sentence. */
  readonly why: string | null;
  readonly isTable: boolean;
}

export interface Saved {
  readonly bytes: number;
  /** Cells that differ from what the file had. */
  readonly cells: number;
}

/** The calls about editing and saving, as `Calls` names them. */
export interface EditingCalls {
  /**
   * All of the changes or, where one of them is refused, none. A refusal is a Value fault whose fields `change` and `cell` say
   * which cell of which change it was.
   */
  edit: {
    takes: { handle: number; changes: readonly CellChanges[] };
    gives: Edited & { readonly views: readonly ViewChange[] };
  };
  forms: { takes: { handle: number }; gives: SaveForms };
  /**
   * Writes into the port. `takesOver`: what is written, in its own form, is the file that is open from here on. The one before is
   * closed before the commit, so that it can be replaced, and `resume` has to follow, whatever the answer.
   */
  save: { takes: { handle: number; form: SaveForm; takesOver: boolean; port: PortLike; control: Control }; gives: Saved };
  /** The file that is open is read from another source: it was saved there. */
  resume: { takes: { handle: number; source: Source; control: Control }; gives: null };
}
