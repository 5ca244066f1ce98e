import { openMenu } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import type { Sheet } from "./sheet.ts";
import { targetOf } from "./target.ts";

/**
 * Opens the menu of what is under the pointer or has the focus: with the right button (or Shift+F10 and the Menu key, which
 * Chromium turns into the same event), of a column also with Alt+Down in it. Returns how to stop.
 */
export function watchMenus(host: HTMLElement, sheet: Sheet, desk: Desk): () => void {
  const onContextMenu = (event: MouseEvent): void => {
    const target = sheet.shown === null || !(event.target instanceof Element) ? null : targetOf(event.target, sheet.shown);
    if (target === null) return;
    event.preventDefault();
    openMenu(desk, target, event.clientX, event.clientY);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" || !event.altKey || sheet.shown === null) return;
    const target = event.target instanceof Element ? targetOf(event.target, sheet.shown) : null;
    const cell = event.target instanceof Element ? event.target.closest(".ag-cell, .ag-header-cell") : null;
    if (target === null || target.column === null || cell === null) return;
    event.preventDefault();
    event.stopPropagation();
    const { left, bottom } = cell.getBoundingClientRect();
    openMenu(desk, { area: "column", row: null, column: target.column }, left, bottom);
  };
  host.addEventListener("contextmenu", onContextMenu);
  host.addEventListener("keydown", onKey, { capture: true });
  return () => {
    host.removeEventListener("contextmenu", onContextMenu);
    host.removeEventListener("keydown", onKey, { capture: true });
  };
}
