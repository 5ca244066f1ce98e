import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { mapSlice, swapRowsAndColumns } from "../../state/slicing.ts";
import { ready } from "../../state/state.ts";

/** Which dimensions run down and across the screen. */
export function Axes({ desk }: { readonly desk: Desk }) {
  const shape = useStore(desk.store, (state) => ready(state)?.shape);
  const rowAxis = useStore(desk.store, ({ view }) => view.rowAxis);
  const columnAxis = useStore(desk.store, ({ view }) => view.columnAxis);
  if (shape === undefined || rowAxis === null || columnAxis === null) return null;
  return (
    <div className="mapper-axes">
      <AxisChoice name="Rows" shape={shape} axis={rowAxis} onChange={(axis) => mapSlice(desk, { rowAxis: axis })} />
      <button
        type="button"
        className="button quiet"
        aria-label="Swap rows and columns"
        title="Swap rows and columns"
        onClick={() => swapRowsAndColumns(desk)}
      >
        ⇄
      </button>
      <AxisChoice name="Columns" shape={shape} axis={columnAxis} onChange={(axis) => mapSlice(desk, { columnAxis: axis })} />
    </div>
  );
}

function AxisChoice(props: {
  readonly name: string;
  readonly shape: readonly number[];
  readonly axis: number;
  readonly onChange: (axis: number) => void;
}) {
  const { name, shape, axis, onChange } = props;
  return (
    <label className="field">
      <span className="caption">{name}</span>
      <select aria-label={name} value={axis} onChange={({ target }) => onChange(Number(target.value))}>
        {Array.from(shape, (length, dimension) => ({
          dimension,
          name: `axis ${dimension} · ${length.toLocaleString("en")}`,
        })).map((option) => (
          <option key={option.name} value={option.dimension}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
