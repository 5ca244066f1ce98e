import { type KeyboardEvent, useCallback } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { closeFind, findNext, seek } from "../../state/finding.ts";
import { returnToSelection } from "../../state/selecting.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { findText } from "./words.ts";

/** Looks for text and numbers in everything that is shown. */
export function FindBar({ desk }: { readonly desk: Desk }) {
  const isOpen = useStore(desk.store, ({ finding }) => finding.kind === "open");
  return isOpen ? <Bar desk={desk} /> : null;
}

function Bar({ desk }: { readonly desk: Desk }) {
  const sought = useStore(desk.store, ({ finding }) => finding.sought);
  const text = useStore(desk.store, ({ finding }) => findText(finding));
  const isMissing = useStore(desk.store, ({ finding }) => finding.kind === "open" && finding.hit.kind === "nowhere");
  const begin = useCallback((field: HTMLInputElement | null) => {
    field?.focus();
    field?.select();
  }, []);

  function close(): void {
    closeFind(desk);
    // Once the field is gone nothing has the focus.
    setTimeout(() => returnToSelection(desk));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") void findNext(desk, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  return (
    <search className="find-bar" aria-label="Find">
      <input
        ref={begin}
        type="text"
        aria-label="Find"
        placeholder="text, 3.5, = 3.5, > 10, nan"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isMissing}
        value={sought.text}
        onChange={({ target }) => void seek(desk, { ...sought, text: target.value })}
        onKeyDown={onKeyDown}
      />
      <CheckBox
        name="Match case"
        isChecked={sought.matchCase}
        onChange={(matchCase) => void seek(desk, { ...sought, matchCase })}
      />
      <Button className="button quiet" aria-label="Previous" onPress={() => void findNext(desk, -1)}>
        ↑
      </Button>
      <Button className="button quiet" aria-label="Next" onPress={() => void findNext(desk, 1)}>
        ↓
      </Button>
      <span role="status" aria-label="Found" data-missing={isMissing ? "" : undefined}>
        {text}
      </span>
      <Button className="button quiet" aria-label="Close" onPress={close}>
        ✕
      </Button>
    </search>
  );
}
