import type { CellName } from "@argscope/core/edits/cell-key.ts";

/** A rectangle in the window, in px from its corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the focus goes when an edit is done with: one cell further that way, back to the cell itself, or nowhere, because it is
 * somewhere else by now.
 */
export type Onward = "down" | "up" | "right" | "left" | "stay" | "nowhere";

/** The cell that a person writes into. */
export interface OpenEditor {
  readonly kind: "open";
  readonly serial: number;
  readonly handle: number;
  readonly cell: CellName;
  /** The cell for who does not see it: `row 3, column 2 (jul)`. */
  readonly title: string;
  /** The cell's text before. */
  readonly before: string;
  readonly draft: string;
  /** The draft replaces the text: arrow keys then leave the cell, as they would where nothing is edited. */
  readonly replaces: boolean;
  /** Null: the cell is out of sight. */
  readonly box: Box | null;
  /** Why the draft was refused. */
  readonly refusal: string | null;
}

/** `asked`: the grid is to open the field over the cell of a row and a column of the array. */
export type Editing =
  | { readonly kind: "none"; readonly onward: Onward }
  | { readonly kind: "asked"; readonly row: number; readonly column: number }
  | OpenEditor;

/** The calls of the engine that change cells. */
export type EditCall = "edit" | "paste" | "clear" | "undo" | "redo";

/** What was edited, in numbers; the cells themselves are on the shelf. */
export interface EditsState {
  /** Grows with every change of a cell: whatever was worked out from the cells is then old. */
  readonly revision: number;
  /** Cells that differ from the file. */
  readonly changed: number;
  /** What undo and redo would do; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export const noEdits: EditsState = { revision: 0, changed: 0, undo: null, redo: null };
