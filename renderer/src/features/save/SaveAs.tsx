import { useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import type { Saving } from "../../state/saves.ts";
import { closeSaving, saveAs } from "../../state/saving.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { formsOffered } from "./words.ts";

/** In which form what is open is written to a file that is chosen next. */
export function SaveAs({ desk }: { readonly desk: Desk }) {
  const saving = useStore(desk.store, (state) => state.saving);
  const isOpen = saving.kind === "form";
  return (
    <Dialog title="Save as" isOpen={isOpen} onClose={() => isOpen && closeSaving(desk)}>
      {isOpen && <Form desk={desk} saving={saving} />}
    </Dialog>
  );
}

function Form({ desk, saving }: { readonly desk: Desk; readonly saving: Extract<Saving, { kind: "form" }> }) {
  const { name, forms } = saving;
  const offered = formsOffered(forms, navigator.language);
  const [chosen, setChosen] = useState(0);
  const form = offered[chosen]?.form;
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (form !== undefined) void saveAs(desk, form);
      }}
    >
      <p>{forms.why ?? `How ${name} is written to the file that you choose next.`}</p>
      <div role="radiogroup" aria-label="Form">
        {offered.map((each, k) => (
          <label key={each.title} className="save-choice">
            <input type="radio" name="form" checked={k === chosen} onChange={() => setChosen(k)} />
            <span>{each.title}</span>
            <span className="hint">{each.hint}</span>
          </label>
        ))}
      </div>
      <div className="dialog-buttons">
        <Button className="button" onPress={() => closeSaving(desk)}>
          Cancel
        </Button>
        <Button className="button primary" type="submit">
          Choose a place…
        </Button>
      </div>
    </form>
  );
}
