/** Draws a cell's part of a selection, and remembers it: most cells have none, before and after. */
export class SelectedPaint {
  #edges: string | null = null;
  #isSelected = false;

  /** @param edges  as `SelectionMarks.cell` has them. @param isSingle  whether there is no other cell selected. */
  paint(cell: HTMLElement, edges: string | null, isSingle: boolean): void {
    const isSelected = edges !== null;
    const drawn = isSelected && isSingle ? "alone" : edges;
    if (isSelected !== this.#isSelected) {
      this.#isSelected = isSelected;
      if (isSelected) cell.setAttribute("aria-selected", "true");
      else cell.removeAttribute("aria-selected");
    }
    if (drawn === this.#edges) return;
    this.#edges = drawn;
    if (drawn === null) cell.removeAttribute("data-selected");
    else cell.setAttribute("data-selected", drawn);
  }
}

/** Shows beside or above the cells that some of them are selected. */
export function paintBeside(cell: HTMLElement, isBeside: boolean): void {
  if (cell.hasAttribute("data-beside-selected") !== isBeside) cell.toggleAttribute("data-beside-selected", isBeside);
}
