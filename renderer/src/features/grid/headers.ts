import type { IHeaderComp, IHeaderParams } from "ag-grid-community";
import type { GridContext } from "./cells.ts";
import { answerHeading, functionName, slotHeader } from "./content.ts";
import type { Handle } from "./header-handles.ts";
import { headerMarks } from "./header-marks.ts";
import { cutPinned, putInPlace } from "./placing.ts";
import { answerPlaceOf, type ColumnPlace, labelPlace, rowNumberPlace, slotPlace } from "./positions.ts";
import type { SelectionMarks } from "./selection/marks.ts";
import { paintBeside } from "./selection/paint.ts";
import { HEADER_LINE, type Sheet } from "./sheet.ts";
import { columnPlaceIn, type Shown, slotContent } from "./shown.ts";

/** The labels beside the rows, as a `SortKey` names them. */
const BESIDE = -1;

type Params = IHeaderParams<unknown, GridContext>;

/** What stands over a column: its number, then the file's own name for it. */
abstract class SheetHeader implements IHeaderComp {
  readonly #gui = document.createElement("div");
  readonly #number = document.createElement("span");
  readonly #name = document.createElement("span");
  readonly #marks = document.createElement("span");
  #sheet!: Sheet;
  protected cell!: HTMLElement;

  init(params: Params): void {
    this.#sheet = params.context.sheet;
    this.cell = params.eGridHeader;
    this.#gui.className = "heading";
    this.#number.className = "heading-number";
    this.#name.className = "heading-name";
    this.#marks.className = "heading-marks";
    this.#gui.append(this.#marks, this.#number, " ", this.#name);
    for (const handle of this.handles) {
      const element = document.createElement("span");
      element.dataset["handle"] = handle;
      element.ariaHidden = "true";
      this.cell.append(element);
    }
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
    this.#paintMarks(shown);
    putInPlace(this.cell, this.place(shown));
    this.paintSelection(shown);
  }

  #paintMarks(shown: Shown): void {
    const column = this.sortColumn(shown);
    if (column === null) return;
    const { sort, text, words } = headerMarks(shown.frame, column);
    if (this.#marks.textContent !== text) this.#marks.textContent = text;
    if (this.cell.ariaSort !== sort) this.cell.ariaSort = sort;
    if ((this.cell.getAttribute("aria-description") ?? "") !== words) this.cell.setAttribute("aria-description", words);
  }

  /** What of it can be taken hold of. */
  protected readonly handles: readonly Handle[] = [];

  /** The column, as in a `SortKey`; null where rows cannot be in order by it. */
  protected sortColumn(_shown: Shown): number | null {
    return null;
  }

  paintSelection(shown: Shown): void {
    this.select(this.#sheet.selection, shown);
  }

  /** Shows whether something of the column is selected. */
  protected select(_selection: SelectionMarks, _shown: Shown): void {}

  protected abstract read(shown: Shown): { number: string; name: string; title: string };

  /** Null: there is no such column now. */
  protected abstract place(shown: Shown): ColumnPlace | null;
}

export class SlotHeader extends SheetHeader {
  protected override readonly handles: readonly Handle[] = ["menu", "edge"];
  #slot = 0;

  protected override sortColumn(shown: Shown): number | null {
    const place = columnPlaceIn(shown, this.#slot);
    return place === null ? null : shown.frame.columnAt(place);
  }

  override init(params: Params & { slot: number }): void {
    this.#slot = params.slot;
    super.init(params);
  }

  override paint(shown: Shown): void {
    super.paint(shown);
    const isText = slotContent(shown, this.#slot).kind === "text";
    // The heading begins where its cells do.
    if (this.cell.hasAttribute("data-text") !== isText) this.cell.toggleAttribute("data-text", isText);
  }

  protected read(shown: Shown): { number: string; name: string; title: string } {
    return slotHeader(shown, this.#slot);
  }

  protected place(shown: Shown): ColumnPlace | null {
    return slotPlace(shown, this.#slot);
  }

  protected override select(selection: SelectionMarks, shown: Shown): void {
    const place = columnPlaceIn(shown, this.#slot);
    paintBeside(this.cell, place !== null && selection.hasColumn(place));
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
  protected override readonly handles: readonly Handle[] = ["menu"];

  protected override sortColumn(): number {
    return BESIDE;
  }

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
    return { number: "", name: answerHeading(frame), title: `${functionName(frame)} of each row` };
  }

  protected place(shown: Shown): ColumnPlace | null {
    return answerPlaceOf(shown);
  }
}
