import type { IHeaderComp, IHeaderParams } from "ag-grid-community";
import { cutPinned, type GridContext, putInPlace } from "./cells.ts";
import { functionName, type Shown, slotHeader } from "./content.ts";
import { answerPlaceOf, type ColumnPlace, labelPlace, rowNumberPlace, slotPlace } from "./positions.ts";
import { HEADER_LINE, type Sheet } from "./sheet.ts";

type Params = IHeaderParams<unknown, GridContext>;

/** What stands over a column: its number, then the file's own name for it. */
abstract class SheetHeader implements IHeaderComp {
  readonly #gui = document.createElement("div");
  readonly #number = document.createElement("span");
  readonly #name = document.createElement("span");
  #sheet!: Sheet;
  protected cell!: HTMLElement;

  init(params: Params): void {
    this.#sheet = params.context.sheet;
    this.cell = params.eGridHeader;
    this.#gui.className = "heading";
    this.#number.className = "heading-number";
    this.#name.className = "heading-name";
    this.#gui.append(this.#number, " ", this.#name);
    this.#sheet.add(HEADER_LINE, this);
    if (this.#sheet.shown !== null) this.paint(this.#sheet.shown);
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  refresh(): boolean {
    if (this.#sheet.shown !== null) this.paint(this.#sheet.shown);
    return true;
  }

  destroy(): void {
    this.#sheet.remove(HEADER_LINE, this);
  }

  paint(shown: Shown): void {
    const { number, name, title } = this.read(shown);
    if (this.#number.textContent !== number) this.#number.textContent = number;
    if (this.#name.textContent !== name) this.#name.textContent = name;
    if (this.#gui.title !== title) this.#gui.title = title;
    putInPlace(this.cell, this.place(shown));
  }

  protected abstract read(shown: Shown): { number: string; name: string; title: string };

  /** Null: there is no such column now. */
  protected abstract place(shown: Shown): ColumnPlace | null;
}

export class SlotHeader extends SheetHeader {
  #slot = 0;

  override init(params: Params & { slot: number }): void {
    this.#slot = params.slot;
    super.init(params);
  }

  protected read(shown: Shown): { number: string; name: string; title: string } {
    return slotHeader(shown, this.#slot);
  }

  protected place(shown: Shown): ColumnPlace | null {
    return slotPlace(shown, this.#slot);
  }
}

export class RowNumberHeader extends SheetHeader {
  override paint(shown: Shown): void {
    super.paint(shown);
    cutPinned(this.cell, shown.widths.rowNumbers + shown.widths.labels);
  }

  protected read(): { number: string; name: string; title: string } {
    return { number: "", name: "row", title: "row numbers, from 0" };
  }

  protected place(shown: Shown): ColumnPlace {
    return rowNumberPlace(shown);
  }
}

export class LabelHeader extends SheetHeader {
  protected read({ frame }: Shown): { number: string; name: string; title: string } {
    const name = frame.labels[0]?.name ?? "";
    return { number: "", name, title: name };
  }

  protected place(shown: Shown): ColumnPlace | null {
    return labelPlace(shown);
  }
}

export class AnswerHeader extends SheetHeader {
  override paint(shown: Shown): void {
    super.paint(shown);
    cutPinned(this.cell, shown.widths.answer);
  }

  protected read({ frame }: Shown): { number: string; name: string; title: string } {
    const name = functionName(frame);
    return { number: "", name, title: `${name} of each row` };
  }

  protected place(shown: Shown): ColumnPlace | null {
    return answerPlaceOf(shown);
  }
}
