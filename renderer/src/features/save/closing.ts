import type { Desk } from "../../state/desk.ts";
import { hasUnsaved, mayLose } from "../../state/losing.ts";

/** The window asks before it closes over edits that were not saved. */
export function watchClosing(desk: Desk): void {
  const { closeWindow } = desk.host;
  let mayClose = false;
  window.addEventListener("beforeunload", (event) => {
    if (mayClose || !hasUnsaved(desk)) return;
    event.preventDefault();
    // A browser asks by itself.
    if (closeWindow === null) return;
    void mayLose(desk, "close").then((yes) => {
      if (!yes) return;
      mayClose = true;
      closeWindow();
    });
  });
}
