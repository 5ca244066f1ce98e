import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { columnCount, columnsIn } from "../../state/arranging.ts";
import { hideColumn, moveColumnBy, restoreColumns, showColumn } from "../../state/arranging-columns.ts";
import { columnName } from "../../state/column-name.ts";
import type { ColumnSet } from "../../state/columns.ts";
import type { Desk } from "../../state/desk.ts";
import { closeDialog } from "../../state/dialogs.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { WindowedList } from "../../ui/WindowedList.tsx";

const LINE = 28;
const MOST_LINES = 12;
const BORDERS = 2;

/** Which columns are shown, and in which order. */
export function ColumnsDialog({ desk }: { readonly desk: Desk }) {
  const isOpen = useStore(desk.store, ({ dialog }) => dialog.kind === "columns");
  return (
    <Dialog title="Columns" isOpen={isOpen} onClose={() => closeDialog(desk, "columns")}>
      {isOpen && <ColumnsList desk={desk} />}
    </Dialog>
  );
}

function ColumnsList({ desk }: { readonly desk: Desk }) {
  const set = useStore(desk.store, columnsIn);
  const count = useStore(desk.store, (state) => columnCount(desk, state));
  return (
    <>
      <p className="hint">
        {count - set.hidden.size} of {count} columns are shown. Hiding and moving them changes no index and no answer.
      </p>
      <div className="columns-list" style={{ height: Math.min(count, MOST_LINES) * LINE + BORDERS }}>
        <WindowedList
          label="Columns"
          count={count}
          rowHeight={LINE}
          row={(place) => <ColumnLine desk={desk} set={set} count={count} place={place} />}
        />
      </div>
      <div className="dialog-buttons">
        <Button className="button" onPress={() => restoreColumns(desk)}>
          Restore all
        </Button>
        <Button className="button primary" onPress={() => closeDialog(desk, "columns")}>
          Done
        </Button>
      </div>
    </>
  );
}

function ColumnLine(props: { readonly desk: Desk; readonly set: ColumnSet; readonly count: number; readonly place: number }) {
  const { desk, set, count, place } = props;
  const column = set.order?.[place] ?? place;
  const name = columnName(desk, desk.store.getState(), column);
  const isShown = !set.hidden.has(column);
  return (
    <div className="column-line">
      <label className="check">
        <input
          type="checkbox"
          checked={isShown}
          disabled={isShown && set.hidden.size >= count - 1}
          onChange={({ target }) => (target.checked ? showColumn : hideColumn)(desk, column)}
        />
        <span>{name}</span>
      </label>
      <Button
        className="button quiet"
        aria-label={`Move ${name} up`}
        isDisabled={place === 0}
        onPress={() => moveColumnBy(desk, column, -1)}
      >
        ↑
      </Button>
      <Button
        className="button quiet"
        aria-label={`Move ${name} down`}
        isDisabled={place === count - 1}
        onPress={() => moveColumnBy(desk, column, 1)}
      >
        ↓
      </Button>
    </div>
  );
}
