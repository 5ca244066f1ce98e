import { type Operand, wholeRegion } from "@argscope/core/expression/index.ts";
import { useStore } from "zustand";
import type { Desk } from "../../state/desk.ts";
import { choose, chosenOperand } from "../../state/reducing.ts";
import { ready, type State } from "../../state/state.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { Segments } from "../../ui/Segments.tsx";

const OPERATIONS = [
  { value: "argmin", name: "argmin", picture: "▼", tone: "argmin" },
  { value: "argmax", name: "argmax", picture: "▲", tone: "argmax" },
] as const;

const NAN_RULES = [
  { value: "numpy", name: "NumPy (NaN wins)" },
  { value: "skip", name: "Skip NaN" },
] as const;

/** What is asked of the array: the function, the axis, what a NaN counts, the shape of the answer. */
export function Controls({ desk }: { readonly desk: Desk }) {
  const session = useStore(desk.store, ready);
  const { operation, axis, nan, keepdims, of } = useStore(desk.store, ({ choice }) => choice);
  const rowAxis = useStore(desk.store, ({ view }) => view.rowAxis);
  const columnAxis = useStore(desk.store, ({ view }) => view.columnAxis);
  const operand = session === null ? null : chosenOperand(session, { of });
  const axes = axisSegments(operand, session === null ? EMPTY : { rowAxis, columnAxis });
  const isDisabled = session === null;
  return (
    <div className="controls">
      <Segments
        label="Operation"
        segments={OPERATIONS}
        value={operation}
        isDisabled={isDisabled}
        onChange={(value) => void choose(desk, { operation: value })}
      />
      <Segments
        label="Axis"
        segments={axes}
        value={axis}
        isDisabled={isDisabled}
        onChange={(value) => void choose(desk, { axis: value })}
      />
      <Segments
        label="NaN"
        segments={NAN_RULES}
        value={nan}
        isDisabled={isDisabled}
        onChange={(value) => void choose(desk, { nan: value })}
      />
      <CheckBox
        name="keepdims"
        isChecked={keepdims}
        isDisabled={isDisabled}
        onChange={(isChecked) => void choose(desk, { keepdims: isChecked })}
      />
    </div>
  );
}

/** None, then every axis of what is reduced, with the direction in which its lanes run on the screen. */
function axisSegments(operand: Operand | null, view: View): { value: number | null; name: string; picture?: string }[] {
  const region = operand?.region ?? wholeRegion([0, 0]);
  const axes = region.flatMap(({ axis }, dimension) =>
    axis === null ? [] : [{ value: axis, name: String(axis), picture: pictureOf(view, dimension) }],
  );
  return [{ value: null, name: "None" }, ...axes];
}

/** Down, across, or through the slices: as physics draws what points out of the paper. */
function pictureOf({ rowAxis, columnAxis }: View, dimension: number): string {
  if (dimension === rowAxis) return "↓";
  return dimension === columnAxis ? "→" : "⊙";
}

const EMPTY: View = { rowAxis: 0, columnAxis: 1 };

type View = Pick<State["view"], "rowAxis" | "columnAxis">;
