import type { ColumnPlace } from "./positions.ts";

/**
 * AG Grid knows a slot's number and a width of its own. Where it stands in the array and on the screen is written over that:
 * asking AG Grid for other widths would cost more than painting the cells.
 */
export function putInPlace(element: HTMLElement, place: ColumnPlace | null): void {
  if (element.hasAttribute("data-beyond") !== (place === null)) element.toggleAttribute("data-beyond", place === null);
  if (place === null) return;
  const { ariaColumn, left, width } = place;
  if (element.ariaColIndex !== String(ariaColumn)) element.ariaColIndex = String(ariaColumn);
  const { style } = element;
  if (style.left !== `${left}px`) style.left = `${left}px`;
  if (style.width !== `${width}px`) style.width = `${width}px`;
}

/** Cuts a pinned part of a row to the width of its columns. */
export function cutPinned(cell: HTMLElement, width: number): void {
  const part = cell.closest<HTMLElement>(".ag-grid-pinned-left-cells, .ag-grid-pinned-right-cells");
  if (part !== null && part.style.maxWidth !== `${width}px`) part.style.maxWidth = `${width}px`;
}
