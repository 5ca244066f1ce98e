import type { IHeaderComp, IHeaderParams } from "ag-grid-community";
import type { GridContext } from "./cells.ts";
import { functionName, type Shown, slotHeader } from "./content.ts";
import type { Sheet } from "./sheet.ts";

type Params = IHeaderParams<unknown, GridContext>;

/** What stands over a column: its number, then the file's own name for it. */
abstract class SheetHeader implements IHeaderComp {
  readonly #gui = document.createElement("div");
  readonly #number = document.createElement("span");
  readonly #name = document.createElement("span");
  #sheet!: Sheet;

  init(params: Params): void {
    this.#sheet = params.context.sheet;
    this.#gui.className = "heading";
    this.#number.className = "heading-number";
    this.#name.className = "heading-name";
    this.#gui.append(this.#number, " ", this.#name);
    this.#sheet.add(this);
    this.paint();
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  refresh(): boolean {
    this.paint();
    return true;
  }

  destroy(): void {
    this.#sheet.remove(this);
  }

  paint(): void {
    const { shown } = this.#sheet;
    if (shown === null) return;
    const { number, name, title } = this.read(shown);
    if (this.#number.textContent !== number) this.#number.textContent = number;
    if (this.#name.textContent !== name) this.#name.textContent = name;
    if (this.#gui.title !== title) this.#gui.title = title;
  }

  protected abstract read(shown: Shown): { number: string; name: string; title: string };
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
}

export class RowNumberHeader extends SheetHeader {
  protected read(): { number: string; name: string; title: string } {
    return { number: "", name: "row", title: "row numbers, from 0" };
  }
}

export class LabelHeader extends SheetHeader {
  protected read({ frame }: Shown): { number: string; name: string; title: string } {
    const name = frame.labels[0]?.name ?? "";
    return { number: "", name, title: name };
  }
}

export class AnswerHeader extends SheetHeader {
  protected read({ frame }: Shown): { number: string; name: string; title: string } {
    const name = functionName(frame);
    return { number: "", name, title: `${name} of each row` };
  }
}
