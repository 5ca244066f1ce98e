import { useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { applyReading, closeReading, type Importing, resetReading } from "../../state/importing.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { chosenColumns } from "./column-choice.ts";
import { ImportFields } from "./ImportFields.tsx";
import { ImportPreview } from "./ImportPreview.tsx";

/** How a file is to be read: what was decided and why, what one may say instead, and what becomes of it. */
export function ImportOptions({ desk }: { readonly desk: Desk }) {
  const importing = useStore(desk.store, (state) => state.importing);
  return (
    <Dialog title="Import options" isOpen={importing.kind === "open"} onClose={() => closeReading(desk)}>
      {importing.kind === "open" && <Choosing desk={desk} importing={importing} />}
    </Dialog>
  );
}

function Choosing({ desk, importing }: { readonly desk: Desk; readonly importing: Extract<Importing, { kind: "open" }> }) {
  const { subject, options, preview, isWaiting, fault } = importing;
  const columns = chosenColumns(preview?.columns ?? [], options);
  // What was typed into a field is the field's own: new fields are empty.
  const [resets, setResets] = useState(0);
  const isNothing = !isWaiting && fault === null && preview === null;
  return (
    <form
      className="import-options"
      onSubmit={(event) => {
        event.preventDefault();
        void applyReading(desk);
      }}
    >
      <p className="import-name">{subject.name}</p>
      {isNothing ? (
        <p>Its format says itself what its cells are: nothing about reading it can be chosen.</p>
      ) : (
        <div className="import-room">
          <ImportFields key={resets} desk={desk} options={options} decisions={preview?.decisions ?? null} columns={columns} />
          <ImportPreview preview={preview} columns={columns} isWaiting={isWaiting} fault={fault} />
        </div>
      )}
      <div className="dialog-buttons">
        <Button
          className="button import-reset"
          onPress={() => {
            resetReading(desk);
            setResets(resets + 1);
          }}
        >
          All automatic
        </Button>
        <Button className="button" onPress={() => closeReading(desk)}>
          Cancel
        </Button>
        <button type="submit" className="button primary" disabled={fault !== null || isNothing}>
          Open
        </button>
      </div>
    </form>
  );
}
