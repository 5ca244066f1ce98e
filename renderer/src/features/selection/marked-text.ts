/**
 * Whether text is marked somewhere in the window, so that it is what a person means to copy. With the focus in the grid it is the
 * cells that they mean: Chromium still counts what was marked in a field that the focus has left.
 */
export function isTextMarked(): boolean {
  if (document.activeElement?.closest("[role=grid]")) return false;
  return (getSelection()?.toString() ?? "") !== "";
}
