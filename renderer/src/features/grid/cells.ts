import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { answerColumnCell, answerRowCell, BLANK, type CellContent, labelCell, rowNumberCell, slotCell } from "./content.ts";
import { cutPinned, putInPlace } from "./placing.ts";
import { answerPlaceOf, ariaRowIndex, type ColumnPlace, labelPlace, rowNumberPlace, slotPlace } from "./positions.ts";
import type { SelectionMarks } from "./selection/marks.ts";
import { paintBeside, SelectedPaint } from "./selection/paint.ts";
import { ANSWER_LINE, type Sheet } from "./sheet.ts";
import { columnPlaceIn, rowIn, rowPlaceIn, type Shown } from "./shown.ts";

export interface GridContext {
  readonly sheet: Sheet;
}

type Params = ICellRendererParams<unknown, unknown, GridContext>;

/** A cell without React: a screenful of them is painted while the person scrolls. */
abstract class SheetCell implements ICellRendererComp {
  readonly #text = document.createTextNode("");
  #sheet!: Sheet;
  protected cell!: HTMLElement;
  #drawn: CellContent = BLANK;
  protected rowSlot = 0;
  protected isAnswerRow = false;

  init(params: Params): void {
    this.#sheet = params.context.sheet;
    this.cell = params.eGridCell;
    this.rowSlot = params.node.rowIndex ?? 0;
    this.isAnswerRow = params.node.rowPinned === "bottom";
    this.#sheet.add(this.#line, this);
    if (this.#sheet.shown !== null) this.paint(this.#sheet.shown);
  }

  getGui(): HTMLElement {
    // AG Grid only appends it. A bare text node instead of an element halves what a screenful of cells costs in style and layout.
    return this.#text as unknown as HTMLElement;
  }

  refresh(): boolean {
    if (this.#sheet.shown !== null) this.paint(this.#sheet.shown);
    return true;
  }

  destroy(): void {
    this.#sheet.remove(this.#line, this);
  }

  paint(shown: Shown): void {
    const content = this.read(shown);
    const drawn = this.#drawn;
    this.#drawn = content;
    if (drawn.text !== content.text) this.#text.data = content.text;
    if (drawn.kind !== content.kind) setAttribute(this.cell, "data-kind", content.kind);
    if (drawn.mark !== content.mark) setAttribute(this.cell, "data-winner", content.mark);
    if (drawn.operation !== content.operation) setAttribute(this.cell, "data-operation", content.operation);
    if (drawn.title !== content.title) setAttribute(this.cell, "title", content.title || null);
    if (drawn.description !== content.description) setAttribute(this.cell, "aria-description", content.description || null);
    if (drawn.region !== content.region) setAttribute(this.cell, "data-region", content.region || null);
    if (drawn.heat !== content.heat) setAttribute(this.cell, "data-heat", content.heat || null);
    if (drawn.pad !== content.pad) setAttribute(this.cell, "data-pad", content.pad || null);
    if (drawn.isEdited !== content.isEdited) this.cell.toggleAttribute("data-edited", content.isEdited);
    putInPlace(this.cell, this.place(shown));
    this.#markJump(shown);
    this.paintSelection(shown);
  }

  paintSelection(shown: Shown): void {
    this.select(this.#sheet.selection, shown);
  }

  /** Draws what is selected of this cell. */
  protected select(_selection: SelectionMarks, _shown: Shown): void {}

  protected abstract read(shown: Shown): CellContent;

  /** Null: the cell shows nothing and is hidden. */
  protected abstract place(shown: Shown): ColumnPlace | null;

  /** The column of the array that this cell shows, if it is one. */
  protected column(_shown: Shown): number | null {
    return null;
  }

  get #line(): number {
    return this.isAnswerRow ? ANSWER_LINE : this.rowSlot;
  }

  #markJump(shown: Shown): void {
    const { jumped } = this.#sheet;
    const isHere =
      jumped !== null && !this.isAnswerRow && rowIn(shown, this.rowSlot) === jumped.row && this.column(shown) === jumped.column;
    if (this.cell.hasAttribute("data-jumped") !== isHere) this.cell.toggleAttribute("data-jumped", isHere);
  }
}

function setAttribute(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

export class SlotCell extends SheetCell {
  readonly #selected = new SelectedPaint();
  #slot = 0;

  override init(params: Params & { slot: number }): void {
    this.#slot = params.slot;
    super.init(params);
  }

  protected read(shown: Shown): CellContent {
    return this.isAnswerRow ? answerRowCell(shown, this.#slot) : slotCell(shown, this.#slot, this.rowSlot);
  }

  protected place(shown: Shown): ColumnPlace | null {
    return slotPlace(shown, this.#slot);
  }

  protected override select(selection: SelectionMarks, shown: Shown): void {
    const row = this.isAnswerRow ? null : rowPlaceIn(shown, this.rowSlot);
    const column = columnPlaceIn(shown, this.#slot);
    const edges = row === null || column === null ? null : selection.cell(row, column);
    this.#selected.paint(this.cell, edges, selection.isSingle);
  }

  protected override column(shown: Shown): number | null {
    const place = columnPlaceIn(shown, this.#slot);
    return place === null ? null : shown.frame.columnAt(place);
  }
}

/** The first cell of a row says for the whole row where it stands, and hides it where it shows nothing. */
export class RowNumberCell extends SheetCell {
  override paint(shown: Shown): void {
    super.paint(shown);
    cutPinned(this.cell, shown.widths.rowNumbers + shown.widths.labels);
    const row = this.cell.closest<HTMLElement>("[role=row]");
    if (row === null) return;
    const position = ariaRowIndex(shown, this.rowSlot, this.isAnswerRow);
    if (row.hasAttribute("data-beyond") !== (position === null)) row.toggleAttribute("data-beyond", position === null);
    if (position !== null && row.ariaRowIndex !== String(position)) row.ariaRowIndex = String(position);
  }

  protected read(shown: Shown): CellContent {
    return rowNumberCell(shown, this.rowSlot, this.isAnswerRow);
  }

  protected override select(selection: SelectionMarks, shown: Shown): void {
    const row = this.isAnswerRow ? null : rowPlaceIn(shown, this.rowSlot);
    paintBeside(this.cell, row !== null && selection.hasRow(row));
  }

  protected place(shown: Shown): ColumnPlace {
    return rowNumberPlace(shown);
  }
}

export class LabelCell extends SheetCell {
  protected read(shown: Shown): CellContent {
    return this.isAnswerRow ? BLANK : labelCell(shown, this.rowSlot);
  }

  protected place(shown: Shown): ColumnPlace | null {
    return labelPlace(shown);
  }
}

export class AnswerCell extends SheetCell {
  override paint(shown: Shown): void {
    super.paint(shown);
    cutPinned(this.cell, shown.widths.answer);
  }

  protected read(shown: Shown): CellContent {
    return this.isAnswerRow ? BLANK : answerColumnCell(shown, this.rowSlot);
  }

  protected place(shown: Shown): ColumnPlace | null {
    return answerPlaceOf(shown);
  }
}
