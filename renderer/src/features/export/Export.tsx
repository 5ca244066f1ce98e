import { useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { exportAnswer } from "../../state/exporting.ts";
import { answered, ready } from "../../state/state.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { whatIsWritten } from "./words.ts";

/** The way out of the program: the answer as a file. */
export function Export({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const answer = useStore(desk.store, answered);
  const isBusy = useStore(desk.store, ({ task }) => task.kind !== "idle");
  const [isOpen, setOpen] = useState(false);
  const [guardFormulas, setGuardFormulas] = useState(true);
  const canExport = session !== null && answer !== null && !isBusy;

  function save(): void {
    setOpen(false);
    void exportAnswer(desk, { format: "csv", guardFormulas });
  }

  return (
    <>
      <Button className="button" isDisabled={!canExport} onPress={() => setOpen(true)}>
        Export
      </Button>
      <Dialog title="Export" isOpen={isOpen && canExport} onClose={() => setOpen(false)}>
        {session !== null && answer !== null && <p>{whatIsWritten(session.shape, answer.reduction)}</p>}
        <CheckBox
          name="Guard text that a spreadsheet would run as a formula"
          isChecked={guardFormulas}
          onChange={setGuardFormulas}
        />
        <p className="hint">A guarded cell gets an apostrophe in front. Numbers are never changed.</p>
        <div className="dialog-buttons">
          <Button className="button" onPress={() => setOpen(false)}>
            Cancel
          </Button>
          <Button className="button primary" autoFocus onPress={save}>
            Save
          </Button>
        </div>
      </Dialog>
    </>
  );
}
