import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import {
  answerColumnCell,
  answerRowCell,
  BLANK,
  type CellContent,
  labelCell,
  rowNumberCell,
  type Shown,
  slotCell,
} from "./content.ts";
import type { Sheet } from "./sheet.ts";
import { slotContent } from "./slots.ts";

export interface GridContext {
  readonly sheet: Sheet;
}

type Params = ICellRendererParams<unknown, unknown, GridContext>;

/** A cell without React: a page of them is drawn while the person scrolls. */
abstract class SheetCell implements ICellRendererComp {
  readonly #text = document.createTextNode("");
  #sheet!: Sheet;
  #cell!: HTMLElement;
  #drawn: CellContent | null = null;
  protected row = 0;
  protected isAnswerRow = false;

  init(params: Params): void {
    this.#sheet = params.context.sheet;
    this.#cell = params.eGridCell;
    this.row = params.node.rowIndex ?? 0;
    this.isAnswerRow = params.node.rowPinned === "bottom";
    this.#sheet.add(this);
    this.paint();
  }

  getGui(): HTMLElement {
    // AG Grid only appends it. A bare text node instead of an element halves what a screenful of cells costs in style and layout.
    return this.#text as unknown as HTMLElement;
  }

  refresh(): boolean {
    this.paint();
    return true;
  }

  destroy(): void {
    this.#sheet.remove(this);
  }

  paint(): void {
    const content = this.#sheet.content((shown) => this.read(shown));
    if (content === null) return;
    const drawn = this.#drawn;
    this.#drawn = content;
    if (drawn?.text !== content.text) this.#text.data = content.text;
    if (drawn?.kind !== content.kind) this.#attribute("data-kind", content.kind);
    if ((drawn?.mark ?? null) !== content.mark) this.#attribute("data-winner", content.mark);
    if ((drawn?.operation ?? null) !== content.operation) this.#attribute("data-operation", content.operation);
    if ((drawn?.description ?? "") !== content.description) this.#attribute("aria-description", content.description || null);
    if ((drawn?.pad ?? "") !== content.pad) this.#attribute("data-pad", content.pad || null);
    this.#markJump();
  }

  protected abstract read(shown: Shown): CellContent;

  /** The column of the frame that this cell shows, if it is one. */
  protected column(_shown: Shown): number | null {
    return null;
  }

  #markJump(): void {
    const { shown, jumped } = this.#sheet;
    const isHere =
      shown !== null && jumped !== null && !this.isAnswerRow && this.row === jumped.row && this.column(shown) === jumped.column;
    if (this.#cell.hasAttribute("data-jumped") !== isHere) this.#cell.toggleAttribute("data-jumped", isHere);
  }

  #attribute(name: string, value: string | null): void {
    if (value === null) this.#cell.removeAttribute(name);
    else this.#cell.setAttribute(name, value);
  }
}

export class SlotCell extends SheetCell {
  #slot = 0;

  override init(params: Params & { slot: number }): void {
    this.#slot = params.slot;
    super.init(params);
  }

  protected read(shown: Shown): CellContent {
    return this.isAnswerRow ? answerRowCell(shown, this.#slot) : slotCell(shown, this.#slot, this.row);
  }

  protected override column({ frame, columnOffset }: Shown): number | null {
    const content = slotContent(frame, this.#slot, columnOffset);
    return content.kind === "number" ? content.column : null;
  }
}

export class RowNumberCell extends SheetCell {
  protected read(shown: Shown): CellContent {
    return rowNumberCell(shown, this.row, this.isAnswerRow);
  }
}

export class LabelCell extends SheetCell {
  protected read(shown: Shown): CellContent {
    return this.isAnswerRow ? BLANK : labelCell(shown, this.row);
  }
}

export class AnswerCell extends SheetCell {
  protected read(shown: Shown): CellContent {
    return answerColumnCell(shown, this.isAnswerRow ? Number.POSITIVE_INFINITY : this.row);
  }
}
