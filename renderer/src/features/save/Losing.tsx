import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { answerLosing } from "../../state/losing.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { cellsText } from "./words.ts";

/** Edits would be lost: with the window, or by what is to be opened in their place. */
export function Losing({ desk }: { readonly desk: Desk }) {
  const saving = useStore(desk.store, (state) => state.saving);
  const isOpen = saving.kind === "losing";
  return (
    <Dialog title="Unsaved edits" isOpen={isOpen} onClose={() => isOpen && answerLosing(desk, "keep")}>
      {isOpen && (
        <>
          <p>
            {cellsText(saving.cells)} of {saving.name} {saving.cells === 1 ? "was" : "were"} edited and not saved.
          </p>
          <div className="dialog-buttons">
            <Button className="button" onPress={() => answerLosing(desk, "keep")}>
              Cancel
            </Button>
            <Button className="button" onPress={() => answerLosing(desk, "lose")}>
              {saving.why === "close" ? "Close without saving" : "Open without saving"}
            </Button>
            <Button className="button primary" onPress={() => answerLosing(desk, "save")}>
              Save
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
