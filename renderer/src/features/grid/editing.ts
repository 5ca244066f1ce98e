import type { Desk } from "../../state/desk.ts";
import { giveUpEditing, moveEditor, startEditing } from "../../state/editing.ts";
import type { Onward } from "../../state/edits.ts";
import type { State } from "../../state/state.ts";
import { characterOf } from "./character.ts";
import { boxOf, type EditTarget, editTargetOf, targetAt, targetUnder } from "./edit-target.ts";
import { editableText } from "./editable-text.ts";
import type { Sheet } from "./sheet.ts";
import type { Shown } from "./shown.ts";
import type { Surface } from "./surface.ts";

const KEYS: Readonly<Record<Exclude<Onward, "stay" | "nowhere">, string>> = {
  down: "ArrowDown",
  up: "ArrowUp",
  left: "ArrowLeft",
  right: "ArrowRight",
};

/**
 * Lets a person edit the cells: typing on one replaces its text, F2 and a double click change it. The field itself is of
 * another feature; here is only where it has to be. Returns how to stop.
 *
 * Which cell a key is for is what the surface says, not what the element stands for that heard it: the window may have to move
 * first, and who types fast does not wait for that.
 */
export function watchEditing(host: HTMLElement, sheet: Sheet, surface: Surface, desk: Desk): () => void {
  let target: EditTarget | null = null;

  function open(wanted: (shown: Shown) => EditTarget | null, draft: string | null): boolean {
    const { shown } = sheet;
    target = shown === null ? null : wanted(shown);
    if (target === null || shown === null) return false;
    const before = editableText(shown.frame, target);
    const box = boxOf(host, shown, target);
    startEditing(desk, {
      cell: target.cell,
      title: target.title,
      before,
      draft: draft ?? before,
      replaces: draft !== null,
      box,
    });
    return true;
  }

  function onKey(event: KeyboardEvent): void {
    const { target: element } = event;
    if (!(element instanceof Element)) return;
    // A space by itself selects.
    const draft = event.key === "F2" ? null : event.key === " " ? undefined : characterOf(event);
    const { cursor } = surface;
    if (draft === undefined || cursor === null || element.closest(".ag-cell") === null) return;
    if (!open(({ frame }) => targetUnder(frame, cursor), draft)) return;
    event.preventDefault();
    event.stopPropagation();
    surface.reveal(cursor, false);
  }

  function onDoubleClick({ target: element }: MouseEvent): void {
    if (element instanceof Element) open((shown) => editTargetOf(element, shown), null);
  }

  function follow({ editing, view }: State, before: State): void {
    if (
      editing.kind === "open" &&
      (view !== before.view || editing.serial !== (before.editing.kind === "open" ? before.editing.serial : 0))
    ) {
      requestAnimationFrame(place);
    }
    if (editing.kind === "asked" && !open(({ frame }) => targetAt(frame, editing.row, editing.column), null))
      giveUpEditing(desk);
    if (editing.kind === "none" && before.editing.kind === "open") leave(editing.onward);
  }

  /** The field is where its cell is painted. */
  function place(): void {
    const { editing } = desk.store.getState();
    if (editing.kind !== "open" || target === null || sheet.shown === null) return;
    const box = boxOf(host, sheet.shown, target);
    const { left, top } = editing.box ?? { left: -1, top: -1 };
    if (box === null ? editing.box !== null : box.left !== left || box.top !== top) moveEditor(desk, box);
  }

  /** Back to the cell, and further from there. */
  function leave(onward: Onward): void {
    target = null;
    if (onward === "nowhere") return;
    surface.onEntered();
    if (onward !== "stay") surface.step(KEYS[onward]);
  }

  const onResize = (): void => void requestAnimationFrame(place);
  host.addEventListener("keydown", onKey, { capture: true });
  host.addEventListener("dblclick", onDoubleClick);
  addEventListener("resize", onResize);
  surface.onPainted = place;
  const unsubscribe = desk.store.subscribe(follow);
  return () => {
    host.removeEventListener("keydown", onKey, { capture: true });
    host.removeEventListener("dblclick", onDoubleClick);
    removeEventListener("resize", onResize);
    unsubscribe();
  };
}
