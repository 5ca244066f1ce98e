import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { save } from "../../state/saving.ts";
import { cellsText } from "./words.ts";

/** The way to write the edits into the file; there as long as there are any. */
export function SaveButton({ desk }: { readonly desk: Desk }) {
  const changed = useStore(desk.store, ({ edits }) => edits.changed);
  const isBusy = useStore(desk.store, ({ task }) => task.kind !== "idle");
  if (changed === 0) return null;
  return (
    <span className="unsaved" title={`${cellsText(changed)} edited and not saved (Ctrl+S)`}>
      <Button className="button" isDisabled={isBusy} onPress={() => void save(desk)}>
        Save
      </Button>
    </span>
  );
}
