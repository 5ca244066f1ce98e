import { Button } from "react-aria-components";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { WindowedList } from "../../ui/WindowedList.tsx";
import { type ChosenColumn, type ColumnChoice, choiceOf } from "./column-choice.ts";

const ROW = 24;

/** Which columns of the file are read. */
export function ColumnList(props: {
  readonly columns: readonly ChosenColumn[];
  readonly onChoose: (choice: ColumnChoice) => void;
}) {
  const { columns, onChoose } = props;
  const count = columns.filter(({ isRead }) => isRead).length;
  const choose = (isRead: (column: ChosenColumn, index: number) => boolean): void =>
    onChoose(choiceOf(columns.map((column, index) => ({ ...column, isRead: isRead(column, index) }))));
  return (
    <fieldset className="import-columns">
      <legend>Columns</legend>
      <WindowedList
        label="Columns to read"
        count={columns.length}
        rowHeight={ROW}
        row={(index) => {
          const { name, isRead = false } = columns[index] ?? { name: "" };
          const isLast = isRead && count === 1;
          return (
            <CheckBox
              name={name}
              isChecked={isRead}
              isDisabled={isLast}
              onChange={(isChecked) => choose((column, k) => (k === index ? isChecked : column.isRead))}
            />
          );
        }}
      />
      <p className="import-columns-foot">
        <span className="hint">
          {count.toLocaleString("en")} of {columns.length.toLocaleString("en")}
        </span>
        <Button className="button quiet" onPress={() => choose(() => true)}>
          All
        </Button>
        <Button className="button quiet" onPress={() => choose(({ isNumber }) => isNumber)}>
          Numbers
        </Button>
        <Button className="button quiet" onPress={() => choose(({ isRead }) => !isRead)}>
          Swap
        </Button>
      </p>
    </fieldset>
  );
}
