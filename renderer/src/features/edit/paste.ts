import type { Desk } from "../../state/desk.ts";
import { paste } from "../../state/pasting.ts";
import { ready } from "../../state/state.ts";

/** Pastes over the cells. Into a field, and where nothing is open, pasting means something else. */
export function watchPaste(desk: Desk): void {
  document.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    const isField = target instanceof HTMLElement && target.closest("input, textarea, dialog[open]") !== null;
    const text = clipboardData?.getData("text/plain") ?? "";
    const { selected } = desk.store.getState();
    if (isField || text === "" || ready(desk.store.getState()) === null || selected.kind === "none") return;
    event.preventDefault();
    void paste(desk, text);
  });
}
