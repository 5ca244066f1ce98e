import type { Desk } from "../../state/desk.ts";
import { changeDraft } from "../../state/editing.ts";
import { nextTask } from "../../state/next-task.ts";
import { settling } from "../../state/selecting.ts";
import { characterOf } from "./character.ts";

/** Copying and pasting come to the page as events of their own, and wait for the selection themselves. */
const CLIPBOARD = ["c", "v", "x"];

/**
 * Keeps the keys that are pressed while the engine looks for the edge to which Ctrl and an arrow lead: they are for the cell
 * there. Once it is found they are pressed again in their order. Returns how to stop.
 */
export function holdKeys(host: HTMLElement, desk: Desk): () => void {
  const held: KeyboardEvent[] = [];
  let isReleasing = false;

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || !(isReleasing || settling(desk) !== undefined) || !isHere(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
    if (!isReleasing) void release();
  }

  /** For the grid, or for the field that a key pressed again has opened. */
  function isHere({ target, isComposing, ctrlKey, metaKey, key }: KeyboardEvent): boolean {
    if (isComposing || ((ctrlKey || metaKey) && CLIPBOARD.includes(key.toLowerCase()))) return false;
    return target instanceof Element && (host.contains(target) || (isReleasing && target.closest(".editor") !== null));
  }

  async function release(): Promise<void> {
    isReleasing = true;
    try {
      while (held.length > 0) {
        await settling(desk);
        const key = held.shift();
        if (key !== undefined) press(key, desk);
        // What a key opens or closes is there for the next one.
        await nextTask();
      }
    } finally {
      isReleasing = false;
    }
  }

  // A press of the mouse is about something else: keys that were for the edge must not go there.
  const forget = (): void => void held.splice(0);
  addEventListener("keydown", onKey, { capture: true });
  addEventListener("pointerdown", forget, { capture: true });
  return () => {
    removeEventListener("keydown", onKey, { capture: true });
    removeEventListener("pointerdown", forget, { capture: true });
  };
}

/** A key that a program presses writes nothing into a field by itself. */
function press(event: KeyboardEvent, desk: Desk): void {
  const { editing } = desk.store.getState();
  const character = characterOf(event);
  if (editing.kind === "open" && character !== undefined) changeDraft(desk, editing.draft + character);
  else if (editing.kind === "open" && event.key === "Backspace") changeDraft(desk, editing.draft.replace(/.$/u, ""));
  else document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", event));
}
