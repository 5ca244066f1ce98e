import { useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { formatted } from "../../engine/number-format.ts";
import { columnsIn } from "../../state/arranging.ts";
import { formatColumn } from "../../state/arranging-columns.ts";
import { columnName } from "../../state/column-name.ts";
import { formatOf, type NumberFormat } from "../../state/columns.ts";
import type { Desk } from "../../state/desk.ts";
import { closeDialog } from "../../state/dialogs.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

const KINDS: readonly { readonly kind: NumberFormat["kind"]; readonly name: string; readonly hasDigits: boolean }[] = [
  { kind: "written", name: "As written", hasDigits: false },
  { kind: "shortest", name: "Shortest", hasDigits: false },
  { kind: "fixed", name: "Fixed digits", hasDigits: true },
  { kind: "scientific", name: "Scientific", hasDigits: true },
  { kind: "thousands", name: "Thousands", hasDigits: true },
];
const MOST_DIGITS = 20;
const EXAMPLE = 12345.678;

/** How the numbers of a column, or of all, are written. */
export function FormatDialog({ desk }: { readonly desk: Desk }) {
  const dialog = useStore(desk.store, (state) => state.dialog);
  const isOpen = dialog.kind === "format";
  return (
    <Dialog title="Number format" isOpen={isOpen} onClose={() => closeDialog(desk, "format")}>
      {isOpen && <FormatForm key={dialog.column} desk={desk} column={dialog.column} />}
    </Dialog>
  );
}

function FormatForm({ desk, column }: { readonly desk: Desk; readonly column: number }) {
  const set = columnsIn(desk.store.getState());
  const present = formatOf(set, column);
  const [kind, setKind] = useState(present.kind);
  const [digits, setDigits] = useState("digits" in present ? present.digits : 2);
  const [isForAll, setForAll] = useState(false);
  const format: NumberFormat = kind === "written" ? { kind } : { kind, digits };
  const hasDigits = KINDS.find((each) => each.kind === kind)?.hasDigits === true;

  return (
    <form
      className="format-form"
      onSubmit={(event) => {
        event.preventDefault();
        formatColumn(desk, isForAll ? null : column, format);
        closeDialog(desk, "format");
      }}
    >
      <p>How the numbers of {columnName(desk, desk.store.getState(), column)} are written. Only what is seen changes.</p>
      <div role="radiogroup" aria-label="Format" className="format-kinds">
        {KINDS.map((each) => (
          <label key={each.kind} className="check">
            <input type="radio" name="format" checked={each.kind === kind} onChange={() => setKind(each.kind)} />
            <span>{each.name}</span>
            <span className="hint code">{exampleOf(each.kind, digits)}</span>
          </label>
        ))}
      </div>
      <label className="field">
        <span>Digits behind the point</span>
        <input
          type="number"
          min={0}
          max={MOST_DIGITS}
          disabled={!hasDigits}
          value={digits}
          onChange={({ target }) => {
            if (Number.isInteger(target.valueAsNumber)) setDigits(Math.max(0, Math.min(MOST_DIGITS, target.valueAsNumber)));
          }}
        />
      </label>
      <CheckBox name="For all columns" isChecked={isForAll} onChange={setForAll} />
      <div className="dialog-buttons">
        <Button className="button" onPress={() => closeDialog(desk, "format")}>
          Cancel
        </Button>
        <Button className="button primary" type="submit">
          Apply
        </Button>
      </div>
    </form>
  );
}

function exampleOf(kind: NumberFormat["kind"], digits: number): string {
  return kind === "written" ? "the file’s own text" : formatted(EXAMPLE, { kind, digits });
}
