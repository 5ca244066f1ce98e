import { type Command, commandOf } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";

/** Runs the command whose keys are pressed, wherever the focus is. A key that something nearer has used is not looked at. */
export function watchKeys(desk: Desk, commands: readonly Command[]): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
    const command = commandOf(desk, commands, { key, ctrlKey, metaKey, shiftKey, altKey, isInField: isField(target) });
    if (command === null) return;
    event.preventDefault();
    command.run?.(desk, null);
  });
}

/** Checkboxes and radios are no fields: nobody types into them. */
function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}
