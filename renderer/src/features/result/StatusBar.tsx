import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { cancelCopying } from "../../state/copying.ts";
import type { Desk } from "../../state/desk.ts";
import { cancelEditing } from "../../state/edit-calls.ts";
import { cancelOpening } from "../../state/opening.ts";
import { cancelReducing } from "../../state/reducing.ts";
import { cancelSaving } from "../../state/saving.ts";
import { progressOf, statusText } from "./status-text.ts";

/** The line at the foot of the window, with the progress of what takes long and the way out of it. */
export function StatusBar({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  const text = useStore(desk.store, statusText);
  const progress = useStore(desk.store, progressOf);
  return (
    <footer className="status-bar">
      <div role="status" aria-label="Status">
        {text}
      </div>
      {progress !== null && (
        <>
          <progress aria-label="Progress" max={1000} value={progress} />
          <Button onPress={() => cancel(desk)}>Cancel</Button>
        </>
      )}
      {children}
    </footer>
  );
}

function cancel(desk: Desk): void {
  const { session, copying, task } = desk.store.getState();
  if (session.kind === "opening") cancelOpening(desk);
  else if (task.kind === "saving") cancelSaving(desk);
  else if (task.kind === "editing") cancelEditing(desk);
  else if (copying.kind === "running") cancelCopying(desk);
  else cancelReducing(desk);
}
