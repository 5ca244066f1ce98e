import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { askForm, closeSaving, saveAnyway } from "../../state/saving.ts";
import { Dialog } from "../../ui/Dialog.tsx";

/** Under the file's name there is another file, or none: writing there would lose what another program wrote. */
export function Overtaken({ desk }: { readonly desk: Desk }) {
  const saving = useStore(desk.store, (state) => state.saving);
  const isOpen = saving.kind === "overtaken";
  return (
    <Dialog
      title={isOpen && saving.fate === "gone" ? "The file is gone" : "Another file has its name"}
      isOpen={isOpen}
      onClose={() => isOpen && closeSaving(desk)}
    >
      {isOpen && (
        <>
          <p>
            {saving.fate === "gone"
              ? `${saving.name} is not where it was opened any more.`
              : `Another program has put a new ${saving.name} in the place of the one that was opened here. It would be lost.`}
          </p>
          <div className="dialog-buttons">
            <Button className="button" onPress={() => closeSaving(desk)}>
              Cancel
            </Button>
            <Button className="button" onPress={() => void saveAnyway(desk)}>
              {saving.fate === "gone" ? "Save it there again" : "Write over it"}
            </Button>
            <Button className="button primary" onPress={() => void askForm(desk)}>
              Save as…
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
