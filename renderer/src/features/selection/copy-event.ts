import { copySelection } from "../../state/copying.ts";
import type { Desk } from "../../state/desk.ts";
import { isTextMarked } from "./marked-text.ts";

/** Copies what is selected when the system's own menu asks for it. Text marked elsewhere, or in a field, is the browser's. */
export function watchCopyEvent(desk: Desk): void {
  document.addEventListener("copy", (event) => {
    const { target } = event;
    const isText = target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
    if (isText || isTextMarked() || desk.store.getState().selected.kind === "none") return;
    event.preventDefault();
    void copySelection(desk, "tsv");
  });
}
