import { type SyntheticEvent, useCallback, useId, useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { closeDialog } from "../../state/dialogs.ts";
import { goTo } from "../../state/going.ts";
import { returnToSelection } from "../../state/selecting.ts";
import { Dialog } from "../../ui/Dialog.tsx";

/** Goes to a cell by its numbers or its row's name. */
export function GoTo({ desk }: { readonly desk: Desk }) {
  const isOpen = useStore(desk.store, ({ dialog }) => dialog.kind === "go to");
  const close = (): void => closeDialog(desk, "go to");
  return (
    <Dialog title="Go to" isOpen={isOpen} onClose={close}>
      {isOpen && <Form desk={desk} onDone={close} />}
    </Dialog>
  );
}

function Form({ desk, onDone }: { readonly desk: Desk; readonly onDone: () => void }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const begin = useCallback((field: HTMLInputElement | null) => field?.focus(), []);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const found = await goTo(desk, text);
    if (found !== null) {
      setProblem(found);
      return;
    }
    onDone();
    // The dialog gives the focus back to where it was, if that still is to be seen; else nothing has it.
    setTimeout(() => returnToSelection(desk));
  }

  return (
    <form className="go-to" onSubmit={(event) => void submit(event)}>
      <label>
        <span className="caption">Row and column, an index, or a row’s name</span>
        <input
          ref={begin}
          type="text"
          placeholder="12, 3"
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          onChange={({ target }) => {
            setText(target.value);
            setProblem(null);
          }}
        />
      </label>
      {problem !== null && (
        <p id={problemId} className="go-to-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-buttons">
        <Button className="button" onPress={onDone}>
          Cancel
        </Button>
        <Button className="button primary" type="submit">
          Go
        </Button>
      </div>
    </form>
  );
}
