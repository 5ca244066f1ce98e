import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { changeDraft, commitEditing, giveUpEditing } from "../../state/editing.ts";
import type { Onward, OpenEditor } from "../../state/edits.ts";

/** The field over the cell that is edited. */
export function Editor({ desk }: { readonly desk: Desk }) {
  const editing = useStore(desk.store, (state) => state.editing);
  return editing.kind === "open" ? <Field key={editing.serial} desk={desk} editing={editing} /> : null;
}

/** The widest a refusal gets, in px: in a cell nearer to the window's left edge it goes to the right. */
const REFUSAL = 360;

const ARROWS: Readonly<Record<string, Onward>> = { ArrowDown: "down", ArrowUp: "up", ArrowLeft: "left", ArrowRight: "right" };

function Field({ desk, editing }: { readonly desk: Desk; readonly editing: OpenEditor }) {
  const { box, draft, refusal, title, cell } = editing;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    if (refusal !== null) input.current?.select();
  }, [refusal]);

  function onKeyDown(event: KeyboardEvent): void {
    const onward = onwardOf(event, editing.replaces);
    if (onward === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (onward === "give up") giveUpEditing(desk);
    else void commitEditing(desk, onward);
  }

  return (
    <div
      className="editor"
      data-hidden={box === null ? "" : undefined}
      data-kind={cell.label === null ? "number" : "text"}
      data-edge={box !== null && box.left + box.width < REFUSAL ? "left" : undefined}
      style={box === null ? undefined : { left: box.left, top: box.top, minWidth: box.width, height: box.height }}
    >
      <input
        ref={input}
        value={draft}
        aria-label={`Edit ${title}`}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : "editor-refusal"}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => changeDraft(desk, target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // Another window in front: the person comes back to what was written.
          if (document.hasFocus()) void commitEditing(desk, "nowhere");
        }}
      />
      {refusal !== null && (
        <p id="editor-refusal" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

function onwardOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent, replaces: boolean): Onward | "give up" | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "Escape") return "give up";
  if (key === "Enter") return shiftKey ? "up" : "down";
  if (key === "Tab") return shiftKey ? "left" : "right";
  return replaces && !shiftKey ? (ARROWS[key] ?? null) : null;
}
