import type { CellRange, SharedPlane } from "./selecting.ts";
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
  readonly texts: readonly string[];
}

/** Texts by number, one behind the other in UTF-8. Text k is bytes[ends[k - 1] or 0, ends[k]). */
export interface SharedTexts {
  readonly bytes: Uint8Array;
  readonly ends: Float64Array;
}

/** The edited cells in memory that the engine writes; `core/src/edits/cell-key.ts` finds a cell in it. */
export interface SharedEdits {
  readonly slots: Int32Array;
  readonly keys: Float64Array;
  /** By entry, the number of the text that the cell has; -1: as the file was opened. */
  readonly texts: Int32Array;
  /** The same of the file as it was last saved. */
  readonly saved: Int32Array;
  readonly pool: SharedTexts;
  /** Rows of each column of labels. */
  readonly labelRows: number;
}

/** What was done to cells, and how they are now. */
export interface Edited {
  readonly cells: SharedEdits;
  /** Cells that differ from the file as it was last saved. */
  readonly changed: number;
  /** What undo and redo would do now, as a sentence names it; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** How many more elements of the array are NaN now. */
  readonly nanDelta: number;
  /** The oldest steps cannot be undone any more: there was no room for them. */
  readonly hasForgotten: boolean;
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
  /** The edited cells, of which the file may have more now. */
  readonly edits: Pick<Edited, "cells" | "changed">;
}

type EditedViews = Edited & { readonly views: readonly ViewChange[] };

/**
 * `ticket` is a number of the page's own: what was cancelled with it can be withdrawn by it, whether the cancelling came in time
 * or not.
 */
interface EditCall {
  readonly ticket: number;
  readonly control: Control;
}

/** The calls about editing and saving, as `Calls` names them. */
export interface EditingCalls {
  /** All of the changes or, where one of them is refused, none. */
  edit: { takes: EditCall & { readonly handle: number; readonly changes: readonly CellChanges[] }; gives: EditedViews };
  /**
   * Writes a text from the clipboard over the cells from the first range's top left one on, all of it or nothing. One cell alone
   * fills all ranges. The fields `row` and `column` of a refusal are the places of the cell that it is about.
   */
  paste: {
    takes: EditCall & { readonly plane: SharedPlane; readonly ranges: readonly CellRange[]; readonly text: string };
    gives: EditedViews;
  };
  /** Gives every cell of ranges that do not overlap the empty text. */
  clear: { takes: EditCall & { readonly plane: SharedPlane; readonly ranges: readonly CellRange[] }; gives: EditedViews };
  undo: { takes: EditCall & { readonly handle: number }; gives: EditedViews };
  redo: { takes: EditCall & { readonly handle: number }; gives: EditedViews };
  /** Takes back what was done by a ticket, if it was: nobody waits for it any more. */
  withdraw: { takes: EditCall & { readonly handle: number }; gives: EditedViews };
  forms: { takes: { handle: number }; gives: SaveForms };
  /**
   * Writes into the port. `takesOver`: what is written, in its own form, is the file that is open from here on. The one before is
   * closed before the commit, so that it can be replaced, and `resume` has to follow, whatever the answer.
   */
  save: { takes: { handle: number; form: SaveForm; takesOver: boolean; port: PortLike; control: Control }; gives: Saved };
  /** The file that is open is read from another source: it was saved there. */
  resume: { takes: { handle: number; source: Source; control: Control }; gives: null };
}
