import { droppedSource } from "../../host/dropped.ts";
import { textSource } from "../../host/file.ts";
import type { Desk } from "../../state/desk.ts";
import { open, openRequested } from "../../state/opening.ts";
import { seen } from "../../state/state.ts";

/** Listens for the ways in which something to open comes to the window itself: dropped, pasted. */
export function watchArrivals(desk: Desk): void {
  window.addEventListener("dragover", (event) => {
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    document.documentElement.toggleAttribute("data-dropping", true);
  });
  window.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) document.documentElement.toggleAttribute("data-dropping", false);
  });
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    document.documentElement.toggleAttribute("data-dropping", false);
    if (event.dataTransfer !== null) void openRequested(desk, droppedSource(event.dataTransfer));
  });
  document.addEventListener("paste", (event) => {
    if (isField(event.target) || seen(desk.store.getState()) !== null) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.trim() !== "") void open(desk, textSource("Pasted text", text));
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea") !== null;
}
