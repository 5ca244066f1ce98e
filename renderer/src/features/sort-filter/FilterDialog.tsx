import { type SyntheticEvent, useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { columnName } from "../../state/column-name.ts";
import type { Desk } from "../../state/desk.ts";
import { closeDialog } from "../../state/dialogs.ts";
import { filterBy, orderingIn } from "../../state/sorting.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type Asked, askedBy, conditionOf, questionsFor } from "./conditions.ts";
import { isTextColumn } from "./sortable.ts";

/** Which rows are shown, by what stands in one column. */
export function FilterDialog({ desk }: { readonly desk: Desk }) {
  const dialog = useStore(desk.store, (state) => state.dialog);
  const isOpen = dialog.kind === "filter";
  return (
    <Dialog title="Filter" isOpen={isOpen} onClose={() => closeDialog(desk, "filter")}>
      {isOpen && <FilterForm key={dialog.column} desk={desk} column={dialog.column} />}
    </Dialog>
  );
}

function FilterForm({ desk, column }: { readonly desk: Desk; readonly column: number }) {
  const isText = isTextColumn(desk.store.getState(), column);
  const questions = questionsFor(isText);
  const present = orderingIn(desk.store.getState()).filters.find((filter) => filter.column === column);
  const [asked, setAsked] = useState<Asked>(() =>
    present === undefined
      ? { question: isText ? "contains" : ">=", first: "", second: "", not: false }
      : askedBy(present.condition, present.not),
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const fields = questions.find(({ value }) => value === asked.question)?.fields ?? 0;

  async function apply(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const why = await filterBy(desk, column, { column, condition: conditionOf(asked), not: asked.not });
    setRefusal(why);
    if (why === null) closeDialog(desk, "filter");
  }

  async function remove(): Promise<void> {
    await filterBy(desk, column, null);
    closeDialog(desk, "filter");
  }

  return (
    <form className="filter-form" onSubmit={(event) => void apply(event)}>
      <p>Show only the rows where {columnName(desk, desk.store.getState(), column)}</p>
      <div className="filter-line">
        <select
          aria-label="Condition"
          value={asked.question}
          onChange={({ target }) => setAsked({ ...asked, question: target.value as Asked["question"] })}
        >
          {questions.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {fields > 0 && (
          <input
            type="text"
            aria-label={fields > 1 ? "From" : "Value"}
            value={asked.first}
            onChange={({ target }) => setAsked({ ...asked, first: target.value })}
          />
        )}
        {fields > 1 && (
          <>
            <span>and</span>
            <input
              type="text"
              aria-label="To"
              value={asked.second}
              onChange={({ target }) => setAsked({ ...asked, second: target.value })}
            />
          </>
        )}
      </div>
      <CheckBox name="Not: show the other rows" isChecked={asked.not} onChange={(not) => setAsked({ ...asked, not })} />
      {refusal !== null && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="dialog-buttons">
        {present !== undefined && (
          <Button className="button" onPress={() => void remove()}>
            Remove
          </Button>
        )}
        <Button className="button" onPress={() => closeDialog(desk, "filter")}>
          Cancel
        </Button>
        <Button className="button primary" type="submit">
          Filter
        </Button>
      </div>
    </form>
  );
}
