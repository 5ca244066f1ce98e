import type { ReadingOptions } from "@argscope/core/contract/opening.ts";
import { useId } from "react";

type Rows = ReadingOptions["rows"];

/** Which rows are read: from a first one up to, not with, another. Empty fields are the ends of the file. */
export function RowRangeField({ rows, onChoose }: { readonly rows: Rows; readonly onChoose: (rows: Rows) => void }) {
  const hintId = useId();
  const field = (name: string, value: number | null | undefined, change: (value: number | null) => Rows) => (
    <input
      type="number"
      min={0}
      aria-label={name}
      aria-describedby={hintId}
      placeholder={name === "First row" ? "0" : "end"}
      defaultValue={value ?? ""}
      onChange={({ target }) => {
        const row = target.value === "" ? null : Number(target.value);
        if (row === null || (Number.isInteger(row) && row >= 0)) onChoose(change(row));
      }}
    />
  );
  return (
    <fieldset className="import-rows">
      <legend>Rows</legend>
      <div className="field">
        {field("First row", rows?.start, (start) => rangeOf(start, rows?.stop ?? null))}
        <span aria-hidden="true">:</span>
        {field("Row behind the last", rows?.stop, (stop) => rangeOf(rows?.start ?? null, stop))}
      </div>
      <p id={hintId} className="hint">
        Counted from 0; the last is not taken, as in a slice.
      </p>
    </fieldset>
  );
}

function rangeOf(start: number | null, stop: number | null): Rows {
  return start === null && stop === null ? undefined : { start: start ?? 0, stop };
}
